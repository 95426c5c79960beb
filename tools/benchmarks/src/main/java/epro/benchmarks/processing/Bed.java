package epro.benchmarks.processing;

import epro.schemas.codec.RecordCodec;
import epro.stack.DatabaseAccess;
import epro.stack.DatabaseRole;
import epro.stack.LocalStack;
import epro.stack.Part;
import epro.stack.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What all ways stand on: one broker, one registry, one PostgreSQL, and a database in it for each that must not share. */
final class Bed implements AutoCloseable {
    static final int PARTITIONS = 16;

    /** The stack's own database. */
    static final String OURS = "epro";

    static final String UNCHAINED = "unchained";
    static final String PLAIN = "plain";

    private static final long SEED = 20_261;

    private final Path home;
    private final LocalStack stack;
    private final RecordCodec codec;
    private final SubmissionTopic topic;

    private Bed(Path home, LocalStack stack, RecordCodec codec, SubmissionTopic topic) {
        this.home = home;
        this.stack = stack;
        this.codec = codec;
        this.topic = topic;
    }

    /** Fresh, under this name. */
    static Bed make(InstantSource clock, String name) throws SQLException {
        Path home = Workspace.find().scratch().resolve("bench").resolve(name);
        LocalStack stack = LocalStack.builder()
                .home(home)
                .services(Set.of())
                .partitions(PARTITIONS)
                .anyPorts()
                .start();
        RecordCodec codec =
                RecordCodec.open(Map.of("epro.registry.url", stack.registry().toString()));
        Submissions submissions = new Submissions(clock, new Random(SEED));
        Bed bed = new Bed(home, stack, codec, new SubmissionTopic(stack.kafka(), codec, submissions, PARTITIONS));
        bed.makeDatabases();
        return bed;
    }

    LocalStack stack() {
        return stack;
    }

    RecordCodec codec() {
        return codec;
    }

    SubmissionTopic topic() {
        return topic;
    }

    long pid(Part part) {
        return stack.pid(part);
    }

    /** A folder on the disk on which PostgreSQL has its data. */
    Path scratch() {
        return home;
    }

    /** How a database of this server is reached by a role. */
    DatabaseAccess access(DatabaseRole role, String database) {
        DatabaseAccess epro = stack.database(role);
        return new DatabaseAccess(epro.url().replace("/epro?", "/" + database + "?"), epro.user(), epro.password());
    }

    /** A connection of the server's owner. */
    Connection connect(String database) throws SQLException {
        return access(DatabaseRole.POSTGRES, database).connect();
    }

    private void makeDatabases() throws SQLException {
        DatabaseAccess server = access(DatabaseRole.POSTGRES, "postgres");
        try (Connection connection = server.connect()) {
            run(connection, List.of("CREATE DATABASE " + UNCHAINED, "CREATE DATABASE " + PLAIN));
        }
        try (Connection connection = connect(UNCHAINED)) {
            run(
                    connection,
                    List.of(
                            "CREATE SCHEMA processing AUTHORIZATION processing_owner",
                            "GRANT USAGE ON SCHEMA processing TO processing_app, epro_reader"));
        }
    }

    static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        topic.close();
        codec.close();
        stack.close();
    }
}
