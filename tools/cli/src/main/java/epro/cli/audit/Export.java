package epro.cli.audit;

import epro.cli.audit.export.ExportWriter;
import epro.cli.audit.export.Manifest;
import epro.lane.Checkpoint;
import epro.lane.Checkpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Copies the audit trail of a running system into a folder. */
record Export(LiveRecords records, Pins.Finder keys, Consumer<String> progress) {

    Manifest to(Path folder, Instant at, Manifest.@Nullable Noted noted)
            throws IOException, SQLException, InterruptedException {
        ExportWriter.prepare(folder);
        ExportWriter writer = new ExportWriter(folder, progress);
        for (Chains service : records.services()) {
            Pin pin = keys.find(service);
            Manifest.Key key = pin.fingerprint().isEmpty()
                    ? null
                    : writer.key(service.text(), pin.fingerprint(), pin.from(), pin.publicKey());
            writer.service(
                    service.text(),
                    records.chains(service),
                    key,
                    new StoredCheckpoints(records.connection(), service.text()));
        }
        writer.checkpoints(records);
        return writer.finish(at, noted);
    }

    /** Those that the database knows, group by group. */
    private static final class StoredCheckpoints implements ExportWriter.Pages {
        private final Connection connection;
        private final String service;
        private int epoch;
        private long number;

        StoredCheckpoints(Connection connection, String service) {
            this.connection = connection;
            this.service = service;
        }

        @Override
        public List<Checkpoint> next() throws SQLException {
            List<Checkpoint> page = Checkpoints.after(connection, service, epoch, number);
            if (!page.isEmpty()) {
                epoch = page.getLast().epoch();
                number = page.getLast().number();
            }
            return page;
        }
    }
}
