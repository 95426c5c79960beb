package epro.support;

import epro.support.problem.ProblemAnswers;
import epro.support.problem.ProblemException;
import epro.support.problem.ProblemFacts;
import epro.support.problem.ProblemForm;
import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service: it only depends on the library. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(SampleService.Endpoints.class)
public class SampleService {
    public static final String SECRET = "patient-0042-felt-awful";

    @RestController
    static class Endpoints {

        @GetMapping("/caller")
        Map<String, Object> caller(Caller caller) {
            return Map.of(
                    "subject", caller.subject(),
                    "scopes", caller.scopes(),
                    "mayRead", caller.mayRead("S1", "A"),
                    "isPatient", caller.isPatient("S1", "P1"));
        }

        @GetMapping("/scoped")
        String scoped(Caller caller) {
            caller.require("ops");
            return "done";
        }

        @GetMapping("/refused")
        void refused(HttpServletRequest request) {
            ProblemFacts.remember(request, "submissionId", "s-1");
            throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "buffer-full", "There is no room.")
                    .with("pointer", "/answers")
                    .retryAfter(Duration.ofMillis(1_200));
        }

        @GetMapping("/refused-otherwise")
        void refusedOtherwise(HttpServletRequest request) {
            ProblemAnswers.sayAs(request, new CodeOnly());
            refused(request);
        }

        @GetMapping("/broken")
        void broken(HttpServletRequest request) {
            ProblemFacts.remember(request, "submissionId", "s-1");
            throw new IllegalStateException(SECRET, new IllegalArgumentException(SECRET));
        }

        @GetMapping("/number")
        int number(@RequestParam int value) {
            return value;
        }

        @PostMapping(path = "/text", consumes = "application/json", produces = "application/json")
        Map<String, String> text() {
            return Map.of();
        }
    }

    /** A form of problems as another protocol might have. */
    private static final class CodeOnly implements ProblemForm {
        @Override
        public String mediaType() {
            return "text/code";
        }

        @Override
        public byte[] write(HttpStatusCode status, String code, String detail, Map<String, Object> members) {
            return (status.value() + " " + code + " " + members).getBytes(StandardCharsets.UTF_8);
        }
    }
}
