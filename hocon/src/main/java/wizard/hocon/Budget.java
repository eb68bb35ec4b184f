package wizard.hocon;

/**
 * What a document may cost. A few lines of HOCON can ask for more memory than there is (`a = ${b}${b}`, `b = ${c}${c}`, ...),
 * so every copied item and character and every step of resolving is paid for from one account.
 */
public final class Budget {
    private static int left;

    private Budget() {
    }

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
}
