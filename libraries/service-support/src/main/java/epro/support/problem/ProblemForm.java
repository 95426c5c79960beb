package epro.support.problem;

import java.util.Map;
import org.springframework.http.HttpStatusCode;

/** How the problems of a request are said: as RFC 9457 has it, unless its path is of another protocol. */
public interface ProblemForm {

    String mediaType();

    /**
     * The body of the answer.
     *
     * @param members what is known of the request, and what the refusal adds, such as {@code pointer}
     */
    byte[] write(HttpStatusCode status, String code, String detail, Map<String, Object> members);
}
