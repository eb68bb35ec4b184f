package wizard.hocon;

import org.teavm.jso.JSBody;

/** Decimal numbers as the JVM reads and writes them: TeaVM's own reading is laxer, so `1e5e5` would be a number. */
public final class Numbers {
    private Numbers() {
    }

    /** As `Double.parseDouble` for the characters the tokenizer takes for a number: digits, signs, point, e. */
    public static double parse(String text) {
        if (!isDecimal(text)) {
            throw new NumberFormatException(text);
        }
        return toNumber(text);
    }

    @JSBody(params = "text", script = "return /^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?$/.test(text);")
    private static native boolean isDecimal(String text);

    @JSBody(params = "text", script = "return Number(text);")
    private static native double toNumber(String text);

    /** As the JVM's cast: TeaVM's wraps around past the ends of a long, and throws on infinity. */
    public static long toLong(double number) {
        if (Double.isNaN(number)) {
            return 0;
        }
        if (number >= Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        return number <= Long.MIN_VALUE ? Long.MIN_VALUE : (long) number;
    }

    /** As `Double.toString` from JDK 19 on: the shortest digits that mean this number, but at least two. */
    public static String render(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        if (number == 0) {
            return 1 / number > 0 ? "0.0" : "-0.0";
        }
        String sign = number < 0 ? "-" : "";
        String scientific = scientific(Math.abs(number));
        int e = scientific.indexOf('e');
        String digits = scientific.charAt(0) + scientific.substring(Math.min(2, e), e);
        int exponent = Integer.parseInt(scientific.substring(e + 1));
        if (exponent < -3 || exponent >= 7) {
            return sign + digits.charAt(0) + "." + fraction(digits, 1) + "E" + exponent;
        }
        if (exponent < 0) {
            return sign + "0." + zeros(-exponent - 1) + fraction(digits, 0);
        }
        String padded = digits + zeros(exponent + 1 - digits.length());
        return sign + padded.substring(0, exponent + 1) + "." + fraction(padded, exponent + 1);
    }

    /** `d.ddde+x`, the shortest; where that is one digit, the closest of two, as the JVM has it. */
    @JSBody(params = "number", script = "var s = number.toExponential();"
            + "return s.charAt(1) === '.' ? s : number.toExponential(1);")
    private static native String scientific(double number);

    private static String fraction(String digits, int from) {
        int end = digits.length();
        while (end > from && digits.charAt(end - 1) == '0') {
            end--;
        }
        return end > from ? digits.substring(from, end) : "0";
    }

    private static String zeros(int count) {
        return count > 0 ? "0".repeat(count) : "";
    }
}
