package epro.e2e.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Someone in front of a browser. Pictures of what they see are kept under {@code target/console}. */
final class Coordinator implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target/console");
    private static final int PATIENCE_MILLIS = 60_000;
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Page page;
    private final URI console;
    private final List<String> complaints = new ArrayList<>();

    private Coordinator(Playwright playwright, Page page, URI console) {
        this.playwright = playwright;
        this.page = page;
        this.console = console;
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /** Skips the test if there is no browser, and lets it fail where nothing may be skipped. */
    static Coordinator at(URI notification, String language) {
        assumeTrue(
                Files.isExecutable(CHROMIUM) || "1".equals(System.getenv("EPRO_NO_SKIP")),
                CHROMIUM + " is not there: apt-get install chromium");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(ARGUMENTS));
        Page page = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(1280, 900).setLocale(language));
        return new Coordinator(playwright, page, notification.resolve("/console"));
    }

    void signIn(String token) {
        signIn("", token);
    }

    /** Comes for the page of trials, and is led there. */
    void signInForTrials(String token) {
        signIn("/trials", token);
        awaitLive();
        page.evaluate("window.neverReloaded = true");
    }

    private void signIn(String path, String token) {
        page.navigate(console + path);
        page.fill("#token", token);
        page.click("form.sign-in button");
    }

    /** Opens the inbox of one study, and marks the page so that a reload would show. */
    void openInbox(String study) {
        page.navigate(console + "?study=" + study);
        awaitLive();
        page.evaluate("window.neverReloaded = true");
    }

    void awaitLive() {
        page.waitForSelector("#connection[data-state=live]");
    }

    void awaitTrouble() {
        page.waitForSelector("#connection[data-state=lost]");
    }

    /** The text of the first thing that looks so, once it is there. */
    String text(String selector) {
        return page.locator(selector).first().innerText().strip();
    }

    void awaitText(String selector, String text) {
        page.waitForSelector(selector + ":has-text(\"" + text + "\")");
    }

    boolean hasReloaded() {
        return !Boolean.TRUE.equals(page.evaluate("window.neverReloaded === true"));
    }

    void click(String selector) {
        page.click(selector);
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    void pictureOnAPhoneInTheDark(String name) {
        page.setViewportSize(375, 780);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(name);
    }

    /** Whether anything stands out of the page to its right. */
    boolean isWiderThanItsScreen() {
        return Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"));
    }

    /** What the browser found fault with: errors of scripts, and whatever the page's own policy forbids. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
