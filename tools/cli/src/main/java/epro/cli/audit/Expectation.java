package epro.cli.audit;

import epro.lane.Checkpoint;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A checkpoint that somebody wrote down: it keeps the topic and the database from being replaced together. */
record Expectation(long number, String root) {

    static final Expectation NONE = new Expectation(0, "");

    boolean isMetBy(Checkpoint checkpoint) {
        return checkpoint.number() == number && checkpoint.root().equals(root);
    }

    /** Reads {@code N:ROOT}. */
    static final class Converter implements ITypeConverter<Expectation> {

        @Override
        public Expectation convert(String text) {
            if (!text.matches("\\d{1,18}:[0-9a-f]{64}")) {
                throw new TypeConversionException("must be a number, a colon and 64 hex digits, was " + text);
            }
            int colon = text.indexOf(':');
            return new Expectation(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
        }
    }
}
