package epro.support.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known about a request and shall stand in whatever error answer it gets, an unexpected one included:
 * {@code submissionId}, for instance. Never a patient's data.
 */
public final class ProblemFacts {
    private static final String ATTRIBUTE = ProblemFacts.class.getName();

    private ProblemFacts() {}

    /** Remembers a fact for the rest of the request. */
    public static void remember(HttpServletRequest request, String key, String value) {
        var facts = new LinkedHashMap<>(of(request));
        facts.put(key, value);
        request.setAttribute(ATTRIBUTE, facts);
    }

    static Map<String, String> of(HttpServletRequest request) {
        var facts = new LinkedHashMap<String, String>();
        if (request.getAttribute(ATTRIBUTE) instanceof Map<?, ?> known) {
            known.forEach((key, value) -> facts.put(String.valueOf(key), String.valueOf(value)));
        }
        return facts;
    }
}
