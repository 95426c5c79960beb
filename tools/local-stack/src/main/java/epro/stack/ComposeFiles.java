package epro.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code docker-compose.yml} needs and git must not hold. Passwords, keys and ports are made once and have to be kept
 * for as long as the volumes; tokens are fresh each time.
 */
public final class ComposeFiles {

    private static final int PARTITIONS = 16;
    private static final Duration SERVICE_TOKEN_LIFETIME = Duration.ofDays(365);
    private static final String PORT = "EPRO_PORT_";
    private static final String PASSWORD = "EPRO_PASSWORD_";
    private static final String MADE_BY =
            "# Made by ./epro compose-keys. Keep it, and .epro/compose, as long as the volumes.\n";

    private final Path variables;
    private final Path folder;

    /** Of this workspace: {@code .env} beside {@code docker-compose.yml}, all else in {@code .epro/compose}. */
    public ComposeFiles(Workspace workspace) {
        this(workspace.root().resolve(".env"), workspace.scratch().resolve("compose"));
    }

    ComposeFiles(Path variables, Path folder) {
        this.variables = variables;
        this.folder = folder;
    }

    /** The variables that Compose fills in. */
    public Path variables() {
        return variables;
    }

    /** Where everything is once Compose has started it, in the form of {@code endpoints.env}. */
    public Path endpoints() {
        return folder.resolve("endpoints.env");
    }

    /** Makes what is missing, and new tokens. */
    public void write(InstantSource clock) {
        SortedMap<String, String> values =
                new TreeMap<>(Endpoints.in(variables).map(Endpoints::values).orElse(Map.of()));
        PortPicker picker = PortPicker.preferred();
        Ports ports = new Ports(
                usual -> Integer.parseInt(
                        values.computeIfAbsent(PORT + usual, _ -> Integer.toString(picker.pick(usual)))),
                1);
        Site site = Site.over(folder, ports, PARTITIONS, clock);
        for (DatabaseRole role : DatabaseRole.values()) {
            values.put(PASSWORD + role, site.database().access(role).password());
        }
        values.put(PASSWORD + "REGISTRY", registryPassword());
        ContainerUser user = ContainerUser.reading(site.serviceToken());
        values.put("EPRO_USER", user.text());
        mount(site, user);
        PrivateFiles.write(variables, MADE_BY + new Endpoints(values).text());
        PrivateFiles.write(endpoints(), new EndpointValues(site).elsewhere().text());
    }

    /** The registry keeps its schemas in the database too, which the local stack's does not. */
    private String registryPassword() {
        Path file = folder.resolve("registry-password");
        if (!Files.exists(file)) {
            PrivateFiles.write(file, Passwords.fresh());
        }
        return PrivateFiles.read(file);
    }

    /** A folder for each service, with nothing in it that the service does not need. */
    private void mount(Site site, ContainerUser user) {
        String keySet = PrivateFiles.read(Path.of(site.tokens().keySet()));
        for (Part service : Part.SERVICES) {
            user.write(mounted(service).resolve("token-key-set.json"), keySet);
        }
        Map<Part, SigningKey> signers = Map.of(
                Part.PROCESSING, site.signingKeys().processing(),
                Part.NOTIFICATION, site.signingKeys().notification(),
                Part.NMPA_SYNC, site.signingKeys().nmpa());
        signers.forEach((service, key) -> {
            user.write(mounted(service).resolve("signing-key.pem"), PrivateFiles.read(key.secret()));
            user.write(mounted(service).resolve("service-token"), site.tokens().service(SERVICE_TOKEN_LIFETIME));
        });
    }

    private Path mounted(Part service) {
        return folder.resolve("mounted").resolve(service.text());
    }
}
