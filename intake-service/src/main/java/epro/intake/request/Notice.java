package epro.intake.request;

import epro.support.problem.ProblemFacts;
import jakarta.servlet.http.HttpServletRequest;

/** Hears what is known of a submission as soon as it is, for whatever refusal comes next. */
public interface Notice {
    /** One that can be named in an answer. */
    void submissionId(String id);

    void app(AppVersion app);

    /** For the answer to a request of one submission, and for who counts it. */
    static Notice in(HttpServletRequest request) {
        return new Notice() {
            @Override
            public void submissionId(String id) {
                ProblemFacts.remember(request, "submissionId", id);
            }

            @Override
            public void app(AppVersion app) {
                app.rememberIn(request);
            }
        };
    }
}
