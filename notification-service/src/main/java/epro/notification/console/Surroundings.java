package epro.notification.console;

import epro.support.security.TokenClaims;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What every page shows around its content. */
@Component
class Surroundings {
    private final Times times;

    Surroundings(Times times) {
        this.times = times;
    }

    Map<String, Object> of(HttpServletRequest request) {
        Principal signedIn = request.getUserPrincipal();
        return Map.of(
                "times",
                times,
                "me",
                signedIn == null ? "" : signedIn.getName(),
                "runsTheSystem",
                TokenClaims.caller(signedIn).filter(caller -> caller.has("ops")).isPresent(),
                "languageSwitch",
                languageSwitch(request));
    }

    /** The same page in the other language. */
    private static String languageSwitch(HttpServletRequest request) {
        Locale now = RequestContextUtils.getLocale(request);
        return ServletUriComponentsBuilder.fromRequest(request)
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam(LanguageSwitch.PARAMETER, now.getLanguage().equals("zh") ? "en" : "zh")
                .build()
                .toUriString();
    }
}
