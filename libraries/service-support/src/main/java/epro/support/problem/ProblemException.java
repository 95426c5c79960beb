package epro.support.problem;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal that becomes an {@code application/problem+json} answer. Its code is part of the API and never changes; its
 * detail is a fixed sentence, so that nothing of what a client sent ever comes back or is logged.
 */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final LinkedHashMap<String, Serializable> members = new LinkedHashMap<>();
    private @Nullable Duration retryAfter;

    public ProblemException(HttpStatus status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** Adds a member to the problem, such as {@code pointer}; never a value that a client sent. */
    public ProblemException with(String key, Serializable value) {
        members.put(key, value);
        return this;
    }

    /** Adds {@code Retry-After}, rounded up to whole seconds and at least one. */
    public ProblemException retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Serializable> members() {
        return Collections.unmodifiableMap(members);
    }

    /** How many seconds to wait, as {@code Retry-After} has them; empty where the same again would be refused again. */
    public OptionalLong retryAfterSeconds() {
        return retryAfter == null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(1, retryAfter.plusNanos(999_999_999).toSeconds()));
    }

    Problem problem() {
        return new Problem(status, code, String.valueOf(getMessage()), members);
    }
}
