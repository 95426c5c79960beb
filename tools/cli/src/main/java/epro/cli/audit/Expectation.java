package epro.cli.audit;

import epro.lane.Checkpoint;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A checkpoint that somebody wrote down: it keeps the topic and the database from being replaced together. */
record Expectation(Chains service, long number, String root) {

    boolean isMetBy(Checkpoint checkpoint) {
        return isNamedBy(checkpoint) && checkpoint.root().equals(root);
    }

    /** Whether it has the number, in whatever epoch. */
    boolean isNamedBy(Checkpoint checkpoint) {
        return checkpoint.service().equals(service.text()) && checkpoint.number() == number;
    }

    /** Reads {@code N:ROOT}, which is processing's, or {@code SERVICE=N:ROOT}. */
    static final class Converter implements ITypeConverter<Expectation> {

        @Override
        public Expectation convert(String text) {
            int sign = text.indexOf('=');
            Chains service = sign < 0 ? Chains.PROCESSING : Chains.of(text.substring(0, sign));
            String named = text.substring(sign + 1).toLowerCase(Locale.ROOT);
            if (!named.matches("\\d{1,18}:[0-9a-f]{64}")) {
                throw new TypeConversionException("must be a number, a colon and 64 hex digits, was " + text);
            }
            int colon = named.indexOf(':');
            return new Expectation(service, Long.parseLong(named.substring(0, colon)), named.substring(colon + 1));
        }
    }
}
