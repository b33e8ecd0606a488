package dev.reconnect;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The packaged service and a browser to look at its console with. Without a browser CI fails; elsewhere it is said aloud. */
final class ConsoleStage implements AutoCloseable {

    static final String KEY = "a-key-that-only-this-test-knows-0123456789";
    static final String RULE = "rules/certificate/rdp-cert-expired.drl";
    static final String PASTE = "Error code 0x904. The certificate has expired.";
    private static final int PATIENCE = 30_000;
    private static final int WIDE = 1440;

    private final ServiceProcess service;
    private final Browser browser;

    private ConsoleStage(ServiceProcess service, Browser browser) {
        this.service = service;
        this.browser = browser;
    }

    /** With the rules and the knowledge that are shipped. */
    static ConsoleStage shipped(Path data, String... settings) throws IOException, InterruptedException {
        lookForBrowser();
        String[] all = Stream.concat(Stream.of("-Dreconnect.bootstrap-key=" + KEY), Stream.of(settings))
                .toArray(String[]::new);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return new ConsoleStage(ServiceProcess.start(data, all), Browser.open());
    }

    /** With a desk of two causes, which starts and checks drafts in no time. */
    static ConsoleStage small(Path data, String... settings) throws IOException, InterruptedException {
        List<String> desk = List.of(
                "-Dreconnect.rules=src/test/resources/desk/rules",
                "-Dreconnect.knowledge=src/test/resources/desk/knowledge");
        return shipped(data, Stream.concat(desk.stream(), Stream.of(settings)).toArray(String[]::new));
    }

    private static void lookForBrowser() {
        if (Browser.program().isPresent()) {
            return;
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("no Chromium on this machine, and CI must look at the console");
        }
        System.err.println("SKIPPED: no Chromium on this machine, so nobody looked at the console");
        Assumptions.abort("no Chromium");
    }

    ServiceProcess service() {
        return service;
    }

    Browser browser() {
        return browser;
    }

    String address(String view) {
        return service.at("/") + view;
    }

    /** A view in a fresh profile: nothing kept, nobody signed in. */
    Page open(String view, int width, ColorScheme scheme, String locale) {
        Page page = browser.page(width, scheme, locale);
        page.navigate(address(view));
        return page;
    }

    Page open(String view) {
        return open(view, WIDE, ColorScheme.LIGHT, "en-GB");
    }

    void go(Page page, String view) {
        page.navigate(address(view));
    }

    static void signIn(Page page) {
        page.fill("#key", KEY);
        page.click(".key-form .main");
    }

    /** Pastes as people do, with the keys: a filled field would go past what listens to a paste. */
    static void paste(Page page, String text) {
        page.evaluate("text => navigator.clipboard.writeText(text)", text);
        page.focus("#paste");
        page.keyboard().press("Control+V");
    }

    static String clipboard(Page page) {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    @Override
    public void close() {
        browser.close();
        service.close();
    }
}
