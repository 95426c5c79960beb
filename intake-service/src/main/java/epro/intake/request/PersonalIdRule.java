package epro.intake.request;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Refuses a patientId that identifies a person outside of the study: a Chinese resident identity number (18 characters,
 * GB 11643-1999, with a valid date and check character) or a mainland mobile number.
 */
@Component
final class PersonalIdRule {
    private static final Pattern IDENTITY = Pattern.compile("[1-9]\\d{16}[\\dXx]");
    private static final Pattern MOBILE = Pattern.compile("(?:(?:\\+|00)?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";

    private final boolean active;

    PersonalIdRule(RequestSettings settings) {
        active = settings.refusePersonalIds();
    }

    void check(String patientId) {
        if (active && looksPersonal(patientId)) {
            throw Refusals.badMember(
                    "patientid-looks-personal",
                    "/patientId",
                    "An identity or mobile number must not be used as the patient's number in a study.");
        }
    }

    static boolean looksPersonal(String name) {
        var text = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        return isIdentityNumber(text) || MOBILE.matcher(text).matches();
    }

    private static boolean isIdentityNumber(String text) {
        return IDENTITY.matcher(text).matches() && hasDate(text.substring(6, 14)) && hasValidCheckCharacter(text);
    }

    private static boolean hasDate(String digits) {
        try {
            return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE).getYear() >= 1800;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean hasValidCheckCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11) == Character.toUpperCase(text.charAt(17));
    }
}
