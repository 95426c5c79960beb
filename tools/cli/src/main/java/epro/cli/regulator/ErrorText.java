package epro.cli.regulator;

import epro.simulator.regulator.ErrorMix;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an option's ErrorMix. */
final class ErrorText implements ITypeConverter<ErrorMix> {

    @Override
    public ErrorMix convert(String text) {
        try {
            return ErrorMix.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
