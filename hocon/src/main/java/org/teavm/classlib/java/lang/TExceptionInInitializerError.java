package org.teavm.classlib.java.lang;

/** Missing in TeaVM's class library, which finds this one by its name; the HOCON library catches it. */
public class TExceptionInInitializerError extends TLinkageError {
    private final TThrowable thrown;

    public TExceptionInInitializerError(TThrowable thrown) {
        this.thrown = thrown;
    }

    public TThrowable getException() {
        return thrown;
    }
}
