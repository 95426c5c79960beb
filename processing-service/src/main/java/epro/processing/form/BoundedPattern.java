package epro.processing.form;

import java.util.regex.Pattern;

/**
 * A regular expression for a whole text that cannot be made to run for long: a text is tried for a fixed number of steps
 * and as deep as the stack goes, and what is not matched by then does not match. No answer is longer than 8,192 characters.
 */
record BoundedPattern(Pattern pattern) {
    private static final int LENGTH_MAX = 8_192;
    private static final int STEPS_MAX = 200_000;

    boolean matches(String text) {
        if (text.length() > LENGTH_MAX) {
            return false;
        }
        try {
            return pattern.matcher(new CountedText(text)).matches();
        } catch (TooManySteps | StackOverflowError e) {
            return false;
        }
    }

    /** Thrown through the matcher, which knows no other way out. */
    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    /** Counts how often the matcher looks at a character. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private int steps;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > STEPS_MAX) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
