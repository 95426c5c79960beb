package epro.notification.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

/** Whether cookies may travel in the open. */
class CookiesTest {

    @Test
    void goOverHttpsOnlyWhereThatIsHowPeopleReachTheService() throws Exception {
        assertThat(formCookie("https://epro.test", false)).contains("; Secure");
        assertThat(formCookie("http://epro.test", false)).doesNotContain("; Secure");
        var server = new MockServletContext();
        new ConsoleSecurity("https://epro.test").cookiesOverHttpsOnly().onStartup(server);
        assertThat(server.getSessionCookieConfig().isSecure()).isTrue();
    }

    @Test
    void goOverHttpsOnlyWhereTheRequestItselfDid() {
        assertThat(formCookie("http://epro.test", true)).contains("; Secure");
    }

    private static String formCookie(String url, boolean encrypted) {
        var request = new MockHttpServletRequest();
        request.setSecure(encrypted);
        var response = new MockHttpServletResponse();
        var tokens = new ConsoleSecurity(url).formTokens();
        tokens.saveToken(tokens.generateToken(request), request, response);
        return String.valueOf(response.getHeader("Set-Cookie"));
    }
}
