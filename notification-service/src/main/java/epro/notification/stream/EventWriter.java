package epro.notification.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Writes server-sent events; each is on its way when the method returns. */
final class EventWriter {
    private static final String RECONNECT_AFTER = "retry: 2000\n\n";

    private final OutputStream out;
    private final JsonMapper json;

    EventWriter(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    void begin() throws IOException {
        write(RECONNECT_AFTER);
    }

    /** Tells how far all has been looked at, so that who hears little need not come back to where they last heard something. */
    void heartbeat(long through) throws IOException {
        write(": still here\nid: " + through + "\n\n");
    }

    void change(StreamedChange change) throws IOException {
        write("id: " + change.number() + "\nevent: alert\ndata: " + json.writeValueAsString(change) + "\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
