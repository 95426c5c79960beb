package epro.intake.fhir;

import epro.intake.request.AppVersion;
import epro.intake.request.Notice;
import epro.intake.request.SubmittedForm;
import java.nio.charset.StandardCharsets;

/** QuestionnaireResponses for tests; quotes are single ones. */
final class Responses {
    private static final Notice UNHEARD = new Notice() {
        @Override
        public void submissionId(String id) {}

        @Override
        public void app(AppVersion app) {}
    };

    private Responses() {}

    /** With these members and items. */
    static String with(String members, String items) {
        return """
                {'resourceType':'QuestionnaireResponse',%s'questionnaire':'http://example.org/Questionnaire/kinds|1',\
                'status':'completed','subject':{'reference':'Patient/P1'},'item':%s}""".formatted(members, items).replace('\'', '"');
    }

    static String items(String items) {
        return with("", items);
    }

    static SubmittedForm read(String response) {
        return new ResponseReader().read(response.getBytes(StandardCharsets.UTF_8), UNHEARD);
    }
}
