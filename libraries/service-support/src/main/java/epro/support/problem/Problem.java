package epro.support.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatusCode;

/** What an error answer says, in whatever form it is said. */
record Problem(HttpStatusCode status, String code, String detail, Map<String, ?> members) {

    /** @param facts what is known of the request */
    byte[] write(ProblemForm form, Map<String, String> facts) {
        var all = new LinkedHashMap<String, Object>(facts);
        all.putAll(members);
        return form.write(status, code, detail, all);
    }
}
