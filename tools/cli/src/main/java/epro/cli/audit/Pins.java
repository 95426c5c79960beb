package epro.cli.audit;

import epro.stack.Endpoints;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;

/** For each service the key whose signatures count. */
record Pins(Map<Chains, Pin> byService) {

    /** Those that an auditor brought along, and for the others what can be found on the spot. */
    static Pins of(Iterable<Given> given, Finder otherwise) throws InterruptedException, SQLException {
        Map<Chains, Pin> pins = new EnumMap<>(Chains.class);
        given.forEach(one -> pins.put(one.service(), Pin.given(one.fingerprint())));
        for (Chains service : Chains.values()) {
            if (!pins.containsKey(service)) {
                pins.put(service, otherwise.find(service));
            }
        }
        return new Pins(pins);
    }

    /** The same in a running system. */
    static Pins of(Iterable<Given> given, Endpoints stack, CheckpointLog log)
            throws InterruptedException, SQLException {
        return of(given, service -> Pin.found(service, stack, log));
    }

    /** Where the key of a service is looked for that nobody brought along. */
    interface Finder {
        Pin find(Chains service) throws InterruptedException, SQLException;
    }

    Pin of(Chains service) {
        return byService.getOrDefault(service, Pin.NONE);
    }

    /** A fingerprint that an auditor brought along. */
    record Given(Chains service, String fingerprint) {

        /** Reads {@code HEX}, which is processing's, or {@code SERVICE=HEX}. */
        static final class Converter implements ITypeConverter<Given> {

            @Override
            public Given convert(String text) {
                int sign = text.indexOf('=');
                Chains service = sign < 0 ? Chains.PROCESSING : Chains.of(text.substring(0, sign));
                return new Given(service, Pin.hex(text.substring(sign + 1)));
            }
        }
    }
}
