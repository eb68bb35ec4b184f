package wizard.hocon;

import java.util.Collection;
import java.util.Map;

/**
 * What a document may cost. A few lines of HOCON can ask for more memory and time than there is (`a = ${b}${b}`,
 * `b = ${c}${c}`, ...), so every copied item and character and every step of resolving is paid for from one account.
 */
public final class Budget {
    /** A step of resolving walks the stack it is on, and more. */
    private static final int STEP = 50;

    private static int left;

    private Budget() {
    }

    /** Thrown when the account is empty. No ConfigException, so that the library hands it on. */
    public static final class Spent extends RuntimeException {
    }

    public static void start(int budget) {
        left = budget;
    }

    public static void spend(int cost) {
        left -= cost;
        if (left < 0) {
            throw new Spent();
        }
    }

    // What follows is called from inside the library: see CostOfCopies.

    public static void step() {
        spend(STEP);
    }

    public static void characters(String text) {
        spend(text.length());
    }

    public static void items(Collection<?> items) {
        spend(items.size());
    }

    public static void entries(Map<?, ?> entries) {
        spend(2 * entries.size());
    }

    public static void slots(Object[] slots) {
        spend(slots.length);
    }
}
