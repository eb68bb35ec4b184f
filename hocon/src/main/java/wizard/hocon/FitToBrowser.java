package wizard.hocon;

import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/** Gives the library what a browser has in place of what it hasn't, while TeaVM reads its classes. */
public final class FitToBrowser implements ClassHolderTransformer {
    private static final String IMPL = "com.typesafe.config.impl.";

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        switch (cls.getName()) {
            case IMPL + "Parseable$ParseableResources":
                body(cls, "rawParseValue", context, e -> e.constantNull(ValueType.object(IMPL + "AbstractConfigValue")).returnValue());
                break;
            case IMPL + "ConfigImpl":
                body(cls, "loadEnvVariables", context, e -> e.invoke(IMPL + "Environment", "asConfigObject",
                        ValueType.object(IMPL + "AbstractConfigObject")).returnValue());
                break;
            default:
                break;
        }
    }

    private interface Body {
        void emit(ProgramEmitter e);
    }

    private static void body(ClassHolder cls, String method, ClassHolderTransformerContext context, Body body) {
        for (MethodHolder m : cls.getMethods()) {
            if (m.getName().equals(method) && m.getProgram() != null) {
                body.emit(ProgramEmitter.create(m, context.getHierarchy()));
            }
        }
    }
}
