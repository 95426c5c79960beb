package epro.intake.request;

import java.nio.charset.StandardCharsets;

/** Submitted forms for tests. */
final class Forms {

    private Forms() {}

    static SubmittedForm read(String body) {
        var reader = new FormReader();
        return reader.form(reader.document(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Of patient P1, with these members before the answers; quotes are single ones. */
    static SubmittedForm with(String members) {
        return read(("{'patientId':'P1','formId':'F1'," + members + "'answers':{'q':1}}").replace('\'', '"'));
    }
}
