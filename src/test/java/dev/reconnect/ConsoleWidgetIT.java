package dev.reconnect;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The widget on a page of another origin, under that page's own strict policy. */
class ConsoleWidgetIT {

    private static final String PAGE = """
            <!doctype html><html lang="en"><title>Portal</title><link rel="stylesheet" href="/portal.css"><main><h1>Portal</h1>
            <reconnect-diagnosis></reconnect-diagnosis><p id="heard">nothing</p></main>
            <script src="%s"></script><script src="/portal.js"></script></html>""";
    private static final String STYLE = "reconnect-diagnosis { --reconnect-accent: rgb(122, 45, 99); }";
    private static final String SCRIPT = """
            document.addEventListener('reconnect-diagnosed', (event) => {
              document.getElementById('heard').textContent = event.detail.diagnosis.causes[0].id;
            });
            document.addEventListener('reconnect-error', () => { document.getElementById('heard').textContent = 'trouble'; });""";

    private static ConsoleStage stage;
    private static HttpServer portal;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException, InterruptedException {
        portal = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        stage = ConsoleStage.small(data, "-Dreconnect.portals=" + origin());
        String script = stage.address("widget/reconnect-diagnosis.js");
        portal.createContext("/", exchange -> send(exchange, "text/html", PAGE.formatted(script)));
        portal.createContext("/portal.css", exchange -> send(exchange, "text/css", STYLE));
        portal.createContext("/portal.js", exchange -> send(exchange, "text/javascript", SCRIPT));
        portal.createContext("/favicon.ico", exchange -> send(exchange, "image/svg+xml", "<svg/>"));
        portal.start();
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.stop(0);
        }
        if (stage != null) {
            stage.close();
        }
    }

    @BeforeEach
    void forgetComplaints() {
        stage.browser().complaints().clear();
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        String service = stage.address("").replaceAll("/$", "");
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self' " + service
                                + "; connect-src " + service);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String origin() {
        return "http://127.0.0.1:" + portal.getAddress().getPort();
    }

    @Test
    void diagnosesInThePortalsColoursAndTellsThePortal() {
        for (int width : new int[] {360, 900}) {
            Page page = stage.browser().page(width, ColorScheme.LIGHT);
            page.navigate(origin());
            page.fill("reconnect-diagnosis textarea", ConsoleStage.PASTE);
            page.click("reconnect-diagnosis button.main");
            assertThat(page.locator("reconnect-diagnosis .part").first()).containsText("expired");
            assertThat(page.locator("#heard")).hasText("rdp-cert-expired");
            assertThat(page.locator("reconnect-diagnosis button.main")).hasCSS("background-color", "rgb(122, 45, 99)");
            assertThat(Browser.barriers(page)).isEmpty();
            Browser.shoot(page, "widget-foreign-" + width);
            page.context().close();
        }
        assertThat(stage.browser().complaints()).isEmpty();
    }

    @Test
    void saysSoInThePortalsLanguageWhenTheServiceIsAway() {
        Page page = stage.browser().page(900, ColorScheme.LIGHT);
        page.navigate(origin());
        page.evaluate("document.querySelector('reconnect-diagnosis').setAttribute('language', 'de')");
        page.route("**/v1/**", route -> route.abort());
        page.fill("reconnect-diagnosis textarea", ConsoleStage.PASTE);
        page.click("reconnect-diagnosis button.main");
        assertThat(page.locator("reconnect-diagnosis [role=alert]")).containsText("nicht erreichbar");
        assertThat(page.locator("#heard")).hasText("trouble");
    }

    @Test
    void showsItsOwnDemoPage() {
        Page page = stage.open("widget/demo.html");
        page.fill("reconnect-diagnosis textarea", ConsoleStage.PASTE);
        page.click("reconnect-diagnosis button.main");
        assertThat(page.locator("#events li").first()).containsText("reconnect-diagnosed");
        assertThat(Browser.barriers(page)).isEmpty();
        assertThat(stage.browser().complaints()).isEmpty();
    }
}
