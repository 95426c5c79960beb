package epro.notification.alert;

import org.jspecify.annotations.Nullable;

/** The symptom, in its coding system. It is the patient's, so its text form is silent. */
public record Term(String system, String code, @Nullable String display) {

    @Override
    public String toString() {
        return "Term[hidden]";
    }
}
