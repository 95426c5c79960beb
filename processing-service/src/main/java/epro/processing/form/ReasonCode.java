package epro.processing.form;

import java.util.Locale;

/** Why an answer, or a whole submission, is refused or stored with an issue. */
public enum ReasonCode {
    UNKNOWN_FORM,
    UNKNOWN_ITEM,
    DISABLED_ITEM,
    REQUIRED,
    WRONG_TYPE,
    OUT_OF_RANGE,
    TOO_LONG,
    TOO_PRECISE,
    PATTERN,
    NOT_AN_OPTION,
    TOO_FEW,
    TOO_MANY,
    CONFLICTING_CONTENT,
    VERSION_ASSUMED,
    CLOCK_SUSPECT;

    /** The code as others read it, such as {@code out-of-range}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
