package epro.simulator.regulator;

import java.util.Locale;

/** What a register does wrong at times, within its contract and beyond it. */
public enum Fault {
    /** 500, 502 or 503. */
    SERVER_ERROR,
    /** 429 although the caller kept to the quota. */
    BUSY,
    /** 200 with the first half of the JSON. */
    TRUNCATED,
    /** 200 without a body. */
    EMPTY,
    /** An answer that comes later than any caller waits for. */
    HANG,
    /** 200 with another trial than the one asked for. */
    OTHER_TRIAL;

    static Fault named(String text) {
        for (Fault fault : values()) {
            if (fault.text().equals(text)) {
                return fault;
            }
        }
        throw new IllegalArgumentException("no such error: " + text);
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
