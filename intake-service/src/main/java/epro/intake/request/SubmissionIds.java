package epro.intake.request;

import epro.schemas.Keys;
import epro.support.problem.ProblemException;
import epro.support.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a submission: stated in the header or the body, else derived so that the same submission sent again has the
 * same one, else random. As soon as it is known, every answer names it, errors included.
 */
public final class SubmissionIds {
    private static final UUID DERIVED = UUID.fromString("0d9c5a53-52a1-5c59-8f6e-3f4f7b1f0c77");
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,128}");
    private static final String HEADER = "Idempotency-Key";

    private SubmissionIds() {}

    /** Remembers the header's id, if there is one that can be named, for whatever refusal comes next. */
    static void noticeHeader(HttpServletRequest request) {
        notice(bare(request.getHeader(HEADER)), Notice.in(request));
    }

    /** Whether there is one that can be named in the header. */
    static boolean isInHeader(HttpServletRequest request) {
        return isPlain(bare(request.getHeader(HEADER)));
    }

    /** Tells the id that is stated, if it is one that can be named; whether it is. */
    public static boolean notice(String id, Notice notice) {
        boolean plain = isPlain(id);
        if (plain) {
            notice.submissionId(id);
        }
        return plain;
    }

    /** What stands in the header, once or often. */
    static List<String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HEADER));
    }

    static String identify(List<String> headers, SubmittedForm form, BoundPatient patient, Caller caller) {
        var stated = stated(header(headers), form.submissionId());
        return stated != null ? stated : made(form, patient, caller);
    }

    private static @Nullable String header(List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        var id = bare(values.getFirst());
        if (values.size() > 1 || !isPlain(id)) {
            throw Refusals.bad(
                    "bad-idempotency-key", "Idempotency-Key must be one id of 1 to 128 printable characters.");
        }
        return id;
    }

    /** The header may be bare or, as a structured field (RFC 9651), in quotes. */
    private static String bare(@Nullable String header) {
        var value = header == null ? "" : header.strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static @Nullable String stated(@Nullable String header, @Nullable String body) {
        if (body != null && !isPlain(body)) {
            throw Refusals.badMember(
                    "bad-submission-id", "/submissionId", "An id has 1 to 128 printable characters and no space.");
        }
        if (header != null && body != null && !header.equals(body)) {
            throw idsDiffer();
        }
        return header != null ? header : body;
    }

    private static ProblemException idsDiffer() {
        return Refusals.badMember(
                "submission-ids-differ", "/submissionId", "Idempotency-Key and submissionId must be the same.");
    }

    private static String made(SubmittedForm form, BoundPatient patient, Caller caller) {
        if (form.completedAt() == null) {
            return UUID.randomUUID().toString();
        }
        var client = Objects.requireNonNullElse(caller.clientId(), caller.subject());
        return Keys.nameBased(
                        DERIVED,
                        client,
                        patient.key().toString(),
                        form.formId(),
                        form.completedAt(),
                        form.contentHash())
                .toString();
    }

    /** Whether it can be an id, and be named in an answer. */
    static boolean isPlain(String id) {
        return PRINTABLE.matcher(id).matches();
    }
}
