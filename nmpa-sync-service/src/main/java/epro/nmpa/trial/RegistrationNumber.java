package epro.nmpa.trial;

import java.util.regex.Pattern;

/** What registers number their trials with, such as CTR20230454, EUCTR2020-001113-21-GB or CTRI/2020/04/024442. */
final class RegistrationNumber {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,47}(/[A-Za-z0-9._-]{1,16}){0,4}");

    private RegistrationNumber() {}

    static boolean isOne(String text) {
        return FORM.matcher(text).matches() && !text.contains("..");
    }
}
