package epro.cli.audit;

import epro.cli.audit.export.ExportFolder;
import epro.cli.audit.export.ExportedChains;
import epro.cli.audit.export.Manifest;
import epro.lane.ChainSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An export's. */
final class ExportedRecords implements AuditRecords {

    private final ExportFolder export;
    private final Map<Chains, Manifest.Service> services = new EnumMap<>(Chains.class);
    private final Map<Chains, ExportedChains> opened = new EnumMap<>(Chains.class);

    ExportedRecords(ExportFolder export) {
        this.export = export;
        export.manifest().services().forEach(service -> services.put(Chains.of(service.service()), service));
    }

    @Override
    public List<Chains> services() {
        return List.copyOf(services.keySet());
    }

    @Override
    public ChainSource chains(Chains service) {
        return opened.computeIfAbsent(service, _ -> {
            Manifest.Service exported = services.get(service);
            if (exported == null) {
                throw new IllegalArgumentException(service + " is not in the export");
            }
            return export.chains(exported);
        });
    }

    /** The key that the export names; whoever could change the export could change that too. */
    Pin pin(Chains service) {
        Manifest.Service exported = services.get(service);
        Manifest.Key key = exported == null ? null : exported.key();
        return key == null ? Pin.NONE : new Pin(key.fingerprint(), "the export, which says: " + key.from());
    }

    @Override
    public void read(Reader reader) throws SQLException, InterruptedException {
        export.read(reader);
    }

    @Override
    public List<Verdict.Finding> faults() throws IOException {
        return export.damages().stream()
                .map(damage -> new Verdict.Finding(damage.file(), 0, damage.code(), null, null))
                .toList();
    }

    @Override
    public void close() {
        opened.values().forEach(ExportedChains::close);
    }
}
