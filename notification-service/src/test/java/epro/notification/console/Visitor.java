package epro.notification.console;

import epro.notification.RunningNotification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser in front of the console: keeps cookies, sends forms as they stand, and follows nothing by itself. */
final class Visitor {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** Someone who has signed in with these scopes at this study and site. */
    static Visitor signedIn(String subject, String scopes, String site) {
        Visitor visitor = new Visitor();
        visitor.signIn(RunningNotification.token(subject, scopes, site));
        return visitor;
    }

    static Visitor crc(String site) {
        return signedIn("crc", "crf:read alerts:acknowledge", site);
    }

    HttpResponse<String> signIn(String token) {
        return submit(page("/console/sign-in"), "form.sign-in", Map.of("token", token));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** The page at this path, whatever its status. */
    Document page(String path, String... headers) {
        return Jsoup.parse(get(path, headers).body());
    }

    /** Sends a form of a page with all that stands in it, and what is filled in besides. */
    HttpResponse<String> submit(Document page, String form, Map<String, String> filledIn) {
        Element shown = page.expectFirst(form);
        Map<String, String> fields = new TreeMap<>();
        shown.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.attr("value")));
        fields.putAll(filledIn);
        return post(shown.attr("action"), fields);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, "Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** What it would send by hand, past all rules about paths. */
    String cookieHeader() {
        return cookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    static String redirect(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElse("none"))
                .toString()
                .replaceFirst("^http://[^/]+", "");
    }

    private static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(RunningNotification.root().resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
