package epro.processing.form;

/** What counts as space around an answer, and which characters are typed full-width for an ASCII one. */
public final class Texts {
    private static final int FULL_WIDTH = 0xFF01 - '!';
    private static final String FOLDED = "0123456789+-.:eE";

    private Texts() {}

    /** Without spaces of any script, no-break and zero-width ones included, at either end. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** With full-width digits, and the signs of numbers and times, as ASCII. */
    public static String narrow(String text) {
        return text.codePoints()
                .map(Texts::narrow)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int narrow(int point) {
        int ascii = point - FULL_WIDTH;
        return FOLDED.indexOf(ascii) >= 0 ? ascii : point;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }
}
