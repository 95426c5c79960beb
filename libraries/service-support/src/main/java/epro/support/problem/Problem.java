package epro.support.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.json.JsonMapper;

/** The body of an error answer as RFC 9457 has it, with {@code code} and further members. */
record Problem(HttpStatusCode status, String code, String detail, Map<String, ?> members) {
    private static final JsonMapper JSON = new JsonMapper();

    byte[] json(Map<String, String> facts) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", title());
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("code", code);
        body.putAll(facts);
        body.putAll(members);
        return JSON.writeValueAsBytes(body);
    }

    private String title() {
        var known = HttpStatus.resolve(status.value());
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
