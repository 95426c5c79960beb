package epro.stack;

import epro.stack.process.Probe;
import epro.stack.process.Programs;
import epro.stack.process.Recipe;
import epro.stack.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A PostgreSQL server that keeps what it has committed: {@code fsync}, {@code synchronous_commit} and
 * {@code full_page_writes} are on, roles log in by password. Its log holds neither statements nor the rows that broke a
 * constraint, since both may be a patient's.
 *
 * <p>It refuses to run as root; a user namespace of its own satisfies it.
 */
final class Postgres {

    /** What is committed is on disk, and no statement with a patient's data in it gets into the log. */
    static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "jit=off",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");

    private final PostgresBinaries binaries;
    private final Path folder;
    private final Database database;

    Postgres(Workspace workspace, Site site) {
        this.binaries = PostgresBinaries.of(workspace.postgresArchive());
        this.folder = site.data().resolve("postgres");
        this.database = site.database();
    }

    /** Makes the cluster where there is none, wholly or not at all. */
    Recipe recipe(Path log) {
        if (!Files.exists(folder)) {
            initialize();
        }
        return new Recipe(
                Part.POSTGRES.text(),
                unprivileged(serverCommand()),
                Map.of(),
                log,
                Signal.INT,
                probe(),
                Postgres::busy);
    }

    private void initialize() {
        Path fresh = folder.resolveSibling("postgres.new");
        Path password = folder.resolveSibling("postgres.password");
        Folders.delete(fresh);
        PrivateFiles.write(password, database.access(DatabaseRole.POSTGRES).password());
        List<String> command = unprivileged(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + DatabaseRole.POSTGRES.text(),
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        if (!Programs.succeeds(command.toArray(String[]::new))) {
            throw new StackFailure("PostgreSQL's folder can't be made: " + String.join(" ", command));
        }
        try {
            Files.delete(password);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> serverCommand() {
        List<String> command =
                new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", folder.toString()));
        List<String> whereabouts =
                List.of("listen_addresses=127.0.0.1", "port=" + database.port(), "unix_socket_directories=");
        Stream.concat(whereabouts.stream(), SETTINGS.stream())
                .forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private static List<String> unprivileged(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> whole = new ArrayList<>(List.of("unshare", "-U"));
        whole.addAll(command);
        return whole;
    }

    private Probe probe() {
        return () -> {
            try (Connection connection = database.maintenance()) {
                return connection.isValid(2);
            }
        };
    }

    private static boolean busy(String logTail) {
        return logTail.contains("lock file \"postmaster.pid\" already exists")
                || logTail.contains("pre-existing shared memory block");
    }
}
