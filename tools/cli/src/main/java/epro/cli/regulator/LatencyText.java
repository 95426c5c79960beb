package epro.cli.regulator;

import epro.simulator.regulator.Latency;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option's Latency. */
final class LatencyText implements ITypeConverter<Latency> {

    @Override
    public Latency convert(String text) {
        try {
            return Latency.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
