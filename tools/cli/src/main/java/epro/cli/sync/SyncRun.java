package epro.cli.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sync run as nmpa-sync tells of it. */
public record SyncRun(JsonNode json) {

    public String id() {
        return json.path("runId").asString();
    }

    public String state() {
        return json.path("state").asString("UNKNOWN");
    }

    public boolean running() {
        return state().equals("RUNNING");
    }

    public boolean succeeded() {
        return state().equals("SUCCEEDED");
    }

    public long total() {
        return json.path("total").asLong(0);
    }

    public long done() {
        return json.path("done").asLong(0);
    }

    public long changed() {
        return json.path("changed").asLong(0);
    }

    public long failed() {
        return json.path("failed").asLong(0);
    }

    /** One line about where it stands. */
    public String text() {
        return "%s: %d of %d trials asked for, %d changed, %d failed"
                .formatted(state(), done(), total(), changed(), failed());
    }

    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        json.properties().forEach(member -> object.put(member.getKey(), plain(member.getValue())));
        return object;
    }

    private static Object plain(JsonNode value) {
        return JsonMapper.shared().convertValue(value, Object.class);
    }
}
