package epro.stack;

import epro.stack.wire.FaultProxy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Where services find what they stand on: straight ahead, or through a proxy each. A broker tells its clients where to come
 * again, so that who comes through a proxy needs a listener of its own there, which names the proxy.
 */
final class Ways implements AutoCloseable {

    private static final int LISTENERS_FROM = 9_192;

    private final Map<Way, FaultProxy> proxies = new EnumMap<>(Way.class);
    private final List<Listener> listeners = new ArrayList<>();

    private Ways() {}

    /**
     * A listener of the broker's beside the usual one.
     *
     * @param advertised the port that it names to its clients
     */
    record Listener(String name, int port, int advertised) {}

    static Ways straight() {
        return new Ways();
    }

    /** @param picker gives a port for a usual one */
    static Ways throughProxies(Ports ports, IntUnaryOperator picker) {
        Ways ways = new Ways();
        for (Way way : Way.values()) {
            boolean toBroker = way.to() == Part.KAFKA;
            int end = toBroker ? picker.applyAsInt(LISTENERS_FROM) : ports.of(way.to());
            FaultProxy proxy = new FaultProxy(end);
            ways.proxies.put(way, proxy);
            if (toBroker) {
                ways.listeners.add(new Listener(way.name(), end, proxy.port()));
            }
        }
        return ways;
    }

    Optional<FaultProxy> proxy(Way way) {
        return Optional.ofNullable(proxies.get(way));
    }

    /** The port on which the service finds the part, which itself listens on the other one. */
    int port(Part service, Part part, int straight) {
        return Way.between(service, part)
                .flatMap(this::proxy)
                .map(FaultProxy::port)
                .orElse(straight);
    }

    List<Listener> listeners() {
        return List.copyOf(listeners);
    }

    @Override
    public void close() {
        proxies.values().forEach(FaultProxy::close);
    }
}
