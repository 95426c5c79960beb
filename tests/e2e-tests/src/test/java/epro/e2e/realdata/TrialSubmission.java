package epro.e2e.realdata;

import java.util.SequencedMap;

/** One questionnaire of one subject at one visit; answers by item, blank where the item was left blank. */
record TrialSubmission(
        String subject, String visit, String date, String instrument, SequencedMap<String, String> answers) {

    /** Subjects are numbered PROJECT-SITE-NUMBER. */
    String siteId() {
        return subject.substring(subject.indexOf('-') + 1, subject.lastIndexOf('-'));
    }
}
