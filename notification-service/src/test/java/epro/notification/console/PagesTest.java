package epro.notification.console;

import static epro.notification.console.Reports.dispatched;
import static org.assertj.core.api.Assertions.assertThat;

import epro.notification.SentReport;
import epro.notification.alert.Urgency;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for each page: nothing runs but our own files, nothing is kept, and both languages are complete. */
class PagesTest {
    private static final SentReport REPORT = dispatched(Urgency.EMERGENCY);

    private static List<HttpResponse<String>> everyPage(String... headers) {
        Visitor crc = Visitor.crc(REPORT.site());
        Visitor operator = Visitor.signedIn("operator", "ops", "*");
        return List.of(
                operator.get("/console/trials", headers),
                operator.get("/console/trials/content", headers),
                new Visitor().get("/console/sign-in", headers),
                new Visitor().get("/console/refused", headers),
                crc.get("/console", headers),
                crc.get("/console?state=all", headers),
                crc.get("/console/list", headers),
                crc.get("/console?study=NONE", headers),
                crc.get(Reports.page(REPORT), headers),
                crc.get(Reports.page(REPORT) + "/card", headers),
                crc.get("/console/alerts/none", headers),
                crc.get("/console/refused", headers));
    }

    @Test
    void forbidsWhateverIsNotOurs() {
        assertThat(everyPage()).allSatisfy(answer -> {
            assertThat(header(answer, "Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                            + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "Cache-Control")).contains("no-store");
        });
    }

    @Test
    void hasNoScriptOrStyleWithinAPage() {
        assertThat(everyPage()).extracting(HttpResponse::body).map(Jsoup::parse).allSatisfy(page -> {
            assertThat(page.select("style, [style], script:not([src]), iframe, object"))
                    .isEmpty();
            assertThat(page.select("[src], link[href]")).allMatch(PagesTest::isOurs);
            assertThat(page.getAllElements())
                    .flatMap(element -> element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")
                            || attribute.getKey().startsWith("hx-on")
                            || attribute.getValue().startsWith("javascript:"));
        });
    }

    @Test
    void keepsTheLibraryFromEvaluatingText() {
        String settings = new Visitor()
                .page("/console/sign-in")
                .select("meta[name=htmx-config]")
                .attr("content");
        assertThat(settings).contains("\"includeIndicatorStyles\":false", "\"allowEval\":false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console.css",
                "console.js",
                "favicon.svg",
                "library/htmx.org/dist/htmx.min.js",
                "library/htmx-ext-sse/sse.js"
            })
    void servesItsFilesItself(String file) {
        HttpResponse<String> answer = new Visitor().get("/console/assets/" + file);
        assertThat(answer.statusCode()).isEqualTo(200);
        HttpResponse<String> again =
                new Visitor().get("/console/assets/" + file, "If-None-Match", header(answer, "ETag"));
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void servesNoFilesOfOthers() {
        assertThat(new Visitor().get("/console/assets/messages.properties").statusCode())
                .isEqualTo(404);
        assertThat(new Visitor().get("/console/assets/..%2fmessages.properties").statusCode())
                .isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void lacksNoWordInEitherLanguage(String language) {
        assertThat(everyPage("Accept-Language", language))
                .filteredOn(answer -> answer.statusCode() != 302)
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        answer -> assertThat(answer.body()).doesNotContain("??").doesNotContain("{0}\""));
    }

    @Test
    void speaksTheLanguageOfTheBrowser() {
        Document chinese = new Visitor().page("/console/sign-in", "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5");
        assertThat(chinese.select("h1").text()).isEqualTo("登录");
        assertThat(chinese.select("html").attr("lang")).isEqualTo("zh");
        assertThat(new Visitor()
                        .page("/console/sign-in", "Accept-Language", "fr")
                        .select("h1")
                        .text())
                .isEqualTo("Sign in");
    }

    @Test
    void staysInTheLanguageThatSomebodyChose() {
        Visitor crc = Visitor.crc(REPORT.site());
        String toChinese =
                crc.page("/console?state=all").select("a[hreflang=zh]").attr("href");
        assertThat(toChinese).isEqualTo("/console?state=all&lang=zh");
        assertThat(crc.page(toChinese).select(".urgency").text()).isEqualTo("危急");
        Document alert = crc.page(Reports.page(REPORT), "Accept-Language", "en");
        assertThat(alert.select("#acknowledge").text()).isEqualTo("确认");
        assertThat(crc.page("/console?lang=xx").select("h1").text()).isEqualTo("收件箱");
        assertThat(crc.page("/console?lang=en").select("h1").text()).isEqualTo("Inbox");
    }

    private static boolean isOurs(Element element) {
        return (element.attr("src") + element.attr("href")).startsWith("/console/assets/");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
