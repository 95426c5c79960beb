package epro.stack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** The ports of all parts, chosen once for the life of a stack. */
final class Ports {

    private static final int FIRST_BROKER = 9092;

    private final Map<Part, Integer> main = new EnumMap<>(Part.class);
    private final Map<Part, Integer> side = new EnumMap<>(Part.class);

    /** @param picker gives a port for a usual one */
    Ports(IntUnaryOperator picker, int brokers) {
        pick(picker, Part.INTAKE, 8081, 9081);
        pick(picker, Part.PROCESSING, 8082, 9082);
        pick(picker, Part.NOTIFICATION, 8083, 9083);
        pick(picker, Part.NMPA_SYNC, 8084, 9084);
        pick(picker, Part.AE_MODEL, 8085, 9085);
        pick(picker, Part.REGISTRY, 8090, 9090);
        for (int i = 0; i < brokers; i++) {
            pick(picker, Part.BROKERS.get(i), FIRST_BROKER + 2 * i, FIRST_BROKER + 2 * i + 1);
        }
        pick(picker, Part.SMTP, 2525, 8025);
        main.put(Part.REGULATOR, picker.applyAsInt(8086));
        main.put(Part.POSTGRES, picker.applyAsInt(5432));
    }

    private void pick(IntUnaryOperator picker, Part part, int port, int sidePort) {
        main.put(part, picker.applyAsInt(port));
        side.put(part, picker.applyAsInt(sidePort));
    }

    /** The brokers that there are. */
    List<Part> brokers() {
        return Part.BROKERS.stream().filter(main::containsKey).toList();
    }

    /** Where the part is spoken to. */
    int of(Part part) {
        return required(main, part);
    }

    /** Its management port; of the broker, the controller's; of the mail sink, where its mails are read. */
    int sideOf(Part part) {
        return required(side, part);
    }

    private static int required(Map<Part, Integer> ports, Part part) {
        Integer port = ports.get(part);
        if (port == null) {
            throw new IllegalArgumentException(part + " has no such port");
        }
        return port;
    }
}
