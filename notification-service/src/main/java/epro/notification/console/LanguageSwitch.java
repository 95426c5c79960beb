package epro.notification.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** {@code ?lang=zh} or {@code ?lang=en} on any page, remembered by the browser. */
final class LanguageSwitch implements HandlerInterceptor {
    static final String PARAMETER = "lang";
    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    private final LocaleResolver languages;

    LanguageSwitch(LocaleResolver languages) {
        this.languages = languages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String asked = request.getParameter(PARAMETER);
        if (asked != null && LANGUAGES.contains(asked)) {
            languages.setLocale(request, response, Locale.of(asked));
        }
        return true;
    }
}
