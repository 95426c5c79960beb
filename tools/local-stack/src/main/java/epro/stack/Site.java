package epro.stack;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** All that is settled before anything runs: folder, ports, passwords, keys and tokens. */
record Site(
        Path data,
        Ports ports,
        Database database,
        Tokens tokens,
        Map<StandardRole, String> tokenByRole,
        SigningKeys signingKeys,
        int partitions,
        Ways ways) {

    private static final Duration TOKEN_LIFETIME = Duration.ofDays(7);

    static Site of(Plan plan, Path data, InstantSource clock) {
        PortPicker picker = plan.preferredPorts() ? PortPicker.preferred() : PortPicker.anywhere(new SecureRandom());
        Ports ports = new Ports(picker::pick, plan.brokers());
        Ways ways = plan.proxies() ? Ways.throughProxies(ports, picker::pick) : Ways.straight();
        return over(data, ports, plan.partitions(), clock).with(ways);
    }

    /** The keys and passwords of the folder, made where they are not there yet, and fresh tokens. */
    static Site over(Path data, Ports ports, int partitions, InstantSource clock) {
        Database database = new Database(ports.of(Part.POSTGRES), Passwords.in(data));
        Tokens tokens = Tokens.in(data, clock);
        Map<StandardRole, String> tokenByRole = new EnumMap<>(StandardRole.class);
        for (StandardRole role : StandardRole.values()) {
            tokenByRole.put(role, tokens.of(role, TOKEN_LIFETIME));
        }
        PrivateFiles.write(serviceToken(data), tokens.service(TOKEN_LIFETIME));
        return new Site(data, ports, database, tokens, tokenByRole, SigningKeys.in(data), partitions, Ways.straight());
    }

    private Site with(Ways others) {
        return new Site(data, ports, database, tokens, tokenByRole, signingKeys, partitions, others);
    }

    /** The file of the token with which services ask each other. */
    Path serviceToken() {
        return serviceToken(data);
    }

    private static Path serviceToken(Path data) {
        return data.resolve("service-token");
    }

    /** The addresses of all brokers. */
    String kafka() {
        return kafka(ports::of);
    }

    /** The same as this service finds them. */
    String kafka(Part service) {
        return kafka(node -> ways.port(service, node, ports.of(node)));
    }

    private String kafka(ToIntFunction<Part> port) {
        return ports.brokers().stream()
                .map(node -> "127.0.0.1:" + port.applyAsInt(node))
                .collect(Collectors.joining(","));
    }

    /** The database as this service finds it. */
    Database database(Part service) {
        return database.at(ways.port(service, Part.POSTGRES, database.port()));
    }

    /** The model as this service finds it. */
    URI model(Part service) {
        return URI.create("http://127.0.0.1:" + ways.port(service, Part.AE_MODEL, ports.of(Part.AE_MODEL)));
    }

    String smtp() {
        return "127.0.0.1:" + ports.of(Part.SMTP);
    }

    URI registry() {
        return address(Part.REGISTRY);
    }

    URI address(Part part) {
        return URI.create("http://127.0.0.1:" + ports.of(part));
    }

    URI management(Part part) {
        return URI.create("http://127.0.0.1:" + ports.sideOf(part));
    }

    @Override
    public String toString() {
        return "Site in " + data;
    }
}
