package epro.nmpa.status;

import org.jspecify.annotations.Nullable;

/**
 * A trial's status as a register said it.
 *
 * @param by of a suspended or terminated trial, where the register tells
 * @param original the register's own words, never blank
 */
public record RegisterStatus(TrialStatus status, @Nullable StoppedBy by, String original) {

    /** Whether the register says another thing now; spelling alone (width, case, spaces) is no other thing. */
    public boolean differsFrom(@Nullable RegisterStatus before) {
        return before == null || !Words.plain(original).equals(Words.plain(before.original));
    }
}
