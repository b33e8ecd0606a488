package dev.reconnect;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console in a real browser, against the packaged service with a small desk of rules. */
class ConsoleIT {

    private static final String KEY = "a-key-that-only-this-test-knows-0123456789";
    private static final String RULE = "rules/certificate/rdp-cert-expired.drl";
    private static final String PASTE = "Error code 0x904. The certificate has expired.";

    private static ServiceProcess service;
    private static Browser browser;
    private static HttpServer portal;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException, InterruptedException {
        if (Browser.program().isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException("no Chromium on this machine, and CI must look at the console");
            }
            System.err.println("SKIPPED: no Chromium on this machine, so nobody looked at the console");
            Assumptions.abort("no Chromium");
        }
        portal = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        service = ServiceProcess.start(
                data,
                "-Dreconnect.rules=src/test/resources/desk/rules",
                "-Dreconnect.knowledge=src/test/resources/desk/knowledge",
                "-Dreconnect.bootstrap-key=" + KEY,
                "-Dreconnect.portals=" + origin());
        portal.createContext("/", exchange -> {
            byte[] page =
                    """
                    <!doctype html><html lang="en"><title>Portal</title><main><h1>Portal</h1>
                    <reconnect-diagnosis></reconnect-diagnosis></main><script src="%s"></script></html>""".formatted(service.at("/widget/reconnect-diagnosis.js")).getBytes(StandardCharsets.UTF_8);
            boolean icon = exchange.getRequestURI().getPath().contains("favicon");
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(icon ? 204 : 200, icon ? -1 : page.length);
            if (!icon) {
                exchange.getResponseBody().write(page);
            }
            exchange.close();
        });
        portal.start();
        browser = Browser.open();
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (portal != null) {
            portal.stop(0);
        }
        if (service != null) {
            service.close();
        }
    }

    @BeforeEach
    void forgetComplaints() {
        browser.complaints().clear();
    }

    private static String origin() {
        return "http://127.0.0.1:" + portal.getAddress().getPort();
    }

    private static Page open(String address, int width, ColorScheme scheme) {
        Page page = browser.page(width, scheme);
        page.navigate(service.at("/") + address);
        return page;
    }

    private static Page open(String address) {
        return open(address, 1440, ColorScheme.LIGHT);
    }

    private static void signIn(Page page) {
        page.fill("#key", KEY);
        page.click(".key-form .main");
    }

    @Test
    void showsWhatIsWrongAndWhatToDoFromAPastedError() {
        Page page = open("");
        page.fill("#paste", PASTE);
        assertThat(page.locator(".chip").first()).isVisible();
        assertThat(page.locator(".cause-title").first()).hasText(Pattern.compile("expired"));
        assertThat(page.locator(".fall.for").first()).isVisible();
        assertThat(page.locator(".step-title").first()).isVisible();
        page.click("[data-key=keep]");
        assertThat(page).hasURL(Pattern.compile("#/case/[0-9a-f-]{36}$"));
        page.navigate(service.at("/") + "#/cases");
        page.click(".case-item a");
        assertThat(page.locator(".cause-title").first()).hasText(Pattern.compile("expired"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void movesTheRankingWhenAChipIsCorrected() {
        Page page = open("");
        page.fill("#paste", PASTE);
        Locator first = page.locator(".cause-percent").first();
        assertThat(first).isVisible();
        String before = first.textContent();
        page.locator(".chip-x").last().click();
        assertThat(first).not().hasText(before);
    }

    @Test
    void showsHostilePastesAsText() {
        Page page = open("");
        String hostile =
                "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> 0x904 \u202eabc \ud83d\ude80 ";
        page.fill("#paste", hostile + "log line ".repeat(120_000));
        assertThat(page.locator(".chip").first()).isVisible();
        assertThat(page.locator("#paste-status")).containsText("first");
        assertThat(page.locator("main script, main img").count()).isZero();
        assertThat(page.title()).doesNotContain("owned");
    }

    @Test
    void leadsAnAuthorFromATypoToPublishingAndBack() throws IOException, InterruptedException {
        String before = service.get("/v1/releases/active").body();
        Page page = open("#/rules/" + RULE);
        signIn(page);
        Locator text = page.locator(".code-area");
        String rule = text.inputValue();
        text.fill(rule.replace("host.certificate", "host.certifcate"));
        page.click(".page-head .button.main");
        assertThat(page.locator(".flaw").first()).containsText("host.certifcate");
        assertThat(page.locator(".code-number.error").first()).isVisible();
        text.fill(rule.replace("0x904 is seen with refused certificates", "0x904 is often a refused certificate"));
        page.click(".page-head .button.main");
        assertThat(page.locator(".flaws .note")).isVisible();
        page.click(".flaws .note a");
        assertThat(page.locator(".diff-line.new")).hasCount(1);
        page.fill("#note", "Say it more plainly");
        page.locator("section .button.main").last().click();
        assertThat(page.locator(".banner.info")).isVisible();
        assertThat(service.get("/v1/releases/active").body()).isNotEqualTo(before);
        page.click(".banner.info a");
        page.locator("[data-release]").first().click();
        assertThat(page.locator(".banner.info")).isVisible();
        assertThat(service.get("/v1/releases/active").body()).contains(before.substring(7, 20));
        assertThat(page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + location.href")
                        .toString())
                .doesNotContain(KEY);
    }

    @Test
    void typesFastInALongRule() {
        Page page = open("#/rules/" + RULE);
        signIn(page);
        Locator text = page.locator(".code-area");
        text.fill((text.inputValue() + "\n").repeat(13));
        Object slowest = page.evaluate("""
                () => { const area = document.querySelector('.code-area'); let slowest = 0; area.focus(); area.setSelectionRange(4000, 4000);
                  for (let i = 0; i < 30; i++) { const from = performance.now(); document.execCommand('insertText', false, 'a'); document.body.getBoundingClientRect(); slowest += performance.now() - from; }
                  return slowest / 30; }""");
        assertThat(((Number) slowest).doubleValue()).isLessThan(50);
    }

    @Test
    void runsInsideAPageOfAnotherOrigin() {
        Page page = browser.page(900, ColorScheme.LIGHT);
        page.navigate(origin());
        page.fill("reconnect-diagnosis textarea", PASTE);
        page.click("reconnect-diagnosis button.main");
        assertThat(page.locator("reconnect-diagnosis .part").first()).containsText("expired");
        assertThat(Browser.barriers(page)).isEmpty();
        Browser.shoot(page, "widget-foreign");
    }

    @Test
    void hasNoBarriersInAnyViewWidthOrLight() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {360, 900, 1440}) {
                Page page = open("", width, scheme);
                look(page, "diagnose-empty", width, scheme);
                page.fill("#paste", PASTE);
                page.locator(".step-title").first().waitFor();
                look(page, "diagnose", width, scheme);
                for (String view : List.of(
                        "cases", "catalogue/causes/rdp-cert-expired", "catalogue/codes/0x904", "rules/" + RULE)) {
                    page.navigate(service.at("/") + "#/" + view);
                    if (view.startsWith("rules")) {
                        signIn(page);
                        page.locator(".code-line").first().waitFor();
                    }
                    look(page, view.replace('/', '-'), width, scheme);
                }
                for (String view : List.of("draft", "releases", "coverage", "outcomes")) {
                    page.navigate(service.at("/") + "#/" + view);
                    page.locator(".page-head h1").waitFor();
                    look(page, view, width, scheme);
                }
                page.context().close();
            }
        }
    }

    private static void look(Page page, String name, int width, ColorScheme scheme) {
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        // Not waitForFunction: it evaluates inside the page, where the policy forbids that.
        page.waitForCondition(
                () -> (Boolean)
                        page.evaluate(
                                "document.fonts.status === 'loaded' && !document.getAnimations().some(one => one.playState === 'running' && one.effect.getTiming().iterations !== Infinity)"));
        String shot = name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT);
        Browser.shoot(page, shot);
        assertThat(Browser.overhang(page)).as(shot).isLessThanOrEqualTo(0);
        assertThat(Browser.barriers(page)).as(shot).isEmpty();
    }
}
