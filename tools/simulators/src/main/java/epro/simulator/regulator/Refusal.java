package epro.simulator.regulator;

import java.time.Duration;

/** A request that the regulator does not work at. */
record Refusal(int status, String title, String code, Duration retryAfter) {

    static Refusal banned(Duration left) {
        return new Refusal(403, "Too many connections at once", "banned", left);
    }

    static Refusal tooManyStarts(Duration retryAfter) {
        return new Refusal(429, "Too many starts within a second", "too-many-starts", retryAfter);
    }

    static Refusal busy(Duration retryAfter) {
        return new Refusal(429, "The register is busy", "register-busy", retryAfter);
    }

    /** Whole seconds, rounded up, so that nobody comes back too early. */
    long retryAfterSeconds() {
        return Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds());
    }
}
