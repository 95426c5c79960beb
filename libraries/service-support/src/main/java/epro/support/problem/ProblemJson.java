package epro.support.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Problems as RFC 9457 has them, with {@code code} and further members. */
final class ProblemJson implements ProblemForm {
    static final ProblemForm RFC_9457 = new ProblemJson();

    private static final JsonMapper JSON = new JsonMapper();

    private ProblemJson() {}

    @Override
    public String mediaType() {
        return MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    }

    @Override
    public byte[] write(HttpStatusCode status, String code, String detail, Map<String, Object> members) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", title(status));
        body.put("status", status.value());
        body.put("detail", detail);
        body.put("code", code);
        body.putAll(members);
        return JSON.writeValueAsBytes(body);
    }

    private static String title(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
