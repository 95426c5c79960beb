package epro.intake.request;

import epro.schemas.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The program that sends, as it calls itself: in the body's {@code client}, else at the beginning of its User-Agent. Only what
 * looks like a name or a version is one, so that no sentence and no telephone number of a patient ever counts as that.
 */
public record AppVersion(String name, String version) {
    static final AppVersion UNKNOWN = new AppVersion("unknown", "unknown");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,39}");
    private static final Pattern VERSION = Pattern.compile("v?\\d{1,4}(?:\\.\\d{1,6}){0,3}(?:[-+][A-Za-z0-9.]{1,10})?");
    private static final Pattern PRODUCT = Pattern.compile("([^/\\s]{1,40})/(\\S{1,30})(?:\\s|$)");

    /** As the body states it; unknown where it does not. */
    static AppVersion of(JsonValue.Members document) {
        return document.values().get("client") instanceof JsonValue.Members client
                ? stated(text(client, "app"), text(client, "version"))
                : UNKNOWN;
    }

    /** As it was remembered while the body was read, else as the header says. */
    static AppVersion of(HttpServletRequest request) {
        return request.getAttribute(AppVersion.class.getName()) instanceof AppVersion app
                ? app.or(ofHeader(request))
                : ofHeader(request);
    }

    /** This, or the other where this is not known. */
    AppVersion or(AppVersion other) {
        return name.equals(UNKNOWN.name) ? other : this;
    }

    private static AppVersion ofHeader(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.USER_AGENT);
        var product = PRODUCT.matcher(header == null ? "" : header);
        return product.lookingAt() ? stated(product.group(1), product.group(2)) : UNKNOWN;
    }

    void rememberIn(HttpServletRequest request) {
        request.setAttribute(AppVersion.class.getName(), this);
    }

    /** What looks like a name and a version of these. */
    static AppVersion stated(@Nullable String name, @Nullable String version) {
        return new AppVersion(matching(NAME, name), matching(VERSION, version));
    }

    private static String matching(Pattern pattern, @Nullable String text) {
        return text != null && pattern.matcher(text).matches() ? text : "unknown";
    }

    private static @Nullable String text(JsonValue.Members client, String member) {
        return client.values().get(member) instanceof JsonValue.Text(String text) ? text : null;
    }
}
