package epro.intake.request;

import java.nio.charset.StandardCharsets;

/** Submitted forms for tests. */
final class Forms {
    private static final Notice UNHEARD = new Notice() {
        @Override
        public void submissionId(String id) {}

        @Override
        public void app(AppVersion app) {}
    };

    private Forms() {}

    static SubmittedForm read(String body) {
        return new FormReader().read(body.getBytes(StandardCharsets.UTF_8), UNHEARD);
    }

    /** Of patient P1, with these members before the answers; quotes are single ones. */
    static SubmittedForm with(String members) {
        return read(("{'patientId':'P1','formId':'F1'," + members + "'answers':{'q':1}}").replace('\'', '"'));
    }
}
