package epro.notification.console.access;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The console's own rules, for its paths only: sessions there, bearer tokens everywhere else. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {
    private static final String CONSOLE = "/console";
    private static final String NOTHING_FROM_ELSEWHERE = """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
            form-action 'self'; frame-ancestors 'none'; base-uri 'none'""";

    private final boolean encrypted;

    ConsoleSecurity(@Value("${epro.notification.url}") String url) {
        this.encrypted = url.startsWith("https:");
    }

    @Bean
    @Order(0)
    SecurityFilterChain consoleSessions(HttpSecurity http, CookieCsrfTokenRepository formTokens, InstantSource clock) {
        var turnedAway = new TurnedAway();
        http.securityMatcher(CONSOLE, CONSOLE + "/**")
                .authorizeHttpRequests(
                        paths -> paths.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(SignInPage.PATH, CONSOLE + "/assets/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterAfter(new SessionTokens(clock), SecurityContextHolderFilter.class)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .csrf(forms -> forms.csrfTokenRepository(formTokens))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(turnedAway).accessDeniedHandler(turnedAway))
                .logout(out -> out.logoutUrl(CONSOLE + "/sign-out").logoutSuccessUrl(SignInPage.PATH))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(ConsoleSecurity::strict);
        return http.build();
    }

    /** Their half of the secret is a cookie, so that a page for strangers takes no memory here. */
    @Bean
    CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> {
            cookie.path(CONSOLE).httpOnly(true).sameSite("Strict");
            if (encrypted) {
                cookie.secure(true);
            }
        });
        return tokens;
    }

    /** Also where something in front of the service takes off the encryption. */
    @Bean
    ServletContextInitializer cookiesOverHttpsOnly() {
        return context -> context.getSessionCookieConfig().setSecure(encrypted);
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_FROM_ELSEWHERE))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }
}
