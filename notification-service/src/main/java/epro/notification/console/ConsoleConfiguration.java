package epro.notification.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The console's languages, and its style sheet, scripts and pictures. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {
    private static final String ASSETS = "/console/assets/";
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    /** What somebody chose, else what their browser prefers, else English. */
    @Bean
    LocaleResolver localeResolver() {
        var languages = new CookieLocaleResolver("EPRO_LANGUAGE");
        languages.setCookiePath("/console");
        languages.setCookieHttpOnly(true);
        languages.setCookieSameSite("Strict");
        languages.setCookieMaxAge(Duration.ofDays(365));
        languages.setRejectInvalidCookies(false);
        languages.setDefaultLocaleFunction(request -> preferred(request.getHeader("Accept-Language")));
        return languages;
    }

    @Bean
    WebMvcConfigurer consoleAssets(LocaleResolver languages) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new LanguageSwitch(languages)).addPathPatterns("/console/**");
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                known(registry.addResourceHandler(ASSETS + "**"))
                        .addResourceLocations("classpath:/epro/notification/console/assets/");
                known(registry.addResourceHandler(ASSETS + "library/**"))
                        .addResourceLocations("classpath:/META-INF/resources/webjars/")
                        .resourceChain(true);
            }
        };
    }

    private static Locale preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }

    /** Browsers ask each time whether what they have is still the same; times of files in a package say nothing. */
    private static ResourceHandlerRegistration known(ResourceHandlerRegistration assets) {
        return assets.setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(ConsoleConfiguration::hash);
    }

    private static String hash(Resource resource) {
        try (var content = resource.getInputStream()) {
            return '"' + DigestUtils.md5DigestAsHex(content) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
