package epro.cli.audit;

import epro.lane.Lanes;
import epro.stack.Part;
import epro.stack.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The scripts that make a service's schema what it really is, in the order in which the service runs them. */
final class Migrations {

    private Migrations() {}

    static List<String> of(Chains service) throws IOException {
        List<String> scripts = new ArrayList<>(List.of(lane()));
        String folder = part(service).text() + "-service/src/main/resources/db/migration";
        try (Stream<Path> files = Files.list(Workspace.find().root().resolve(folder))) {
            for (Path file :
                    files.sorted(Comparator.comparingInt(Migrations::place)).toList()) {
                scripts.add(Files.readString(file));
            }
        }
        return scripts.stream()
                .map(script ->
                        script.replace("${appRole}", service.text() + "_app").replace("${readerRole}", "epro_reader"))
                .toList();
    }

    static Part part(Chains service) {
        return switch (service) {
            case PROCESSING -> Part.PROCESSING;
            case NOTIFICATION -> Part.NOTIFICATION;
            case NMPA -> Part.NMPA_SYNC;
        };
    }

    private static String lane() throws IOException {
        try (InputStream script = Lanes.class.getResourceAsStream("migration/V1__lane.sql")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** {@code V60__years.sql} by its number; what runs after each migration comes last. */
    private static int place(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("V") ? Integer.parseInt(name.substring(1, name.indexOf("__"))) : Integer.MAX_VALUE;
    }
}
