package dev.reconnect;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of a support agent through the console, with the shipped rules and real cases. */
class ConsoleAgentIT {

    private static final Path CASES = Path.of("knowledge/cases");
    private static final String HIGH_RISK = "auth-negotiation/security-layer-mismatch.yaml";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static ConsoleStage stage;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException, InterruptedException {
        stage = ConsoleStage.shipped(data);
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    @BeforeEach
    void forgetComplaints() {
        stage.browser().complaints().clear();
    }

    /** @return the case of a file that names this in its text */
    private static JsonNode realCase(String file, String words) throws IOException {
        JsonNode cases = YAML.readTree(CASES.resolve(file).toFile()).path("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .filter(one -> one.path("text").asText().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static String title(String kind, String id) throws IOException, InterruptedException {
        return YAML.readTree(stage.service().get("/v1/" + kind + "/" + id).body())
                .path("title")
                .asText();
    }

    @ParameterizedTest
    @CsvSource({
        "account/account-disabled-expired-restricted.yaml, 0xe07",
        "auth-negotiation/security-layer-mismatch.yaml, code 2.",
        "non-windows-host/server-session-backend-missing.yaml, Ubuntu"
    })
    void leadsFromARealReportToItsCauseAndAStepThatHelps(String file, String words)
            throws IOException, InterruptedException {
        JsonNode report = realCase(file, words);
        String cause = report.path("cause").asText();
        Page page = stage.open("");
        ConsoleStage.paste(page, report.path("text").asText());
        assertThat(page.locator(".chip").first()).isVisible();
        Locator likely = page.locator(".cause-title");
        assertThat(likely.first()).isVisible();
        assertThat(likely.allTextContents().subList(0, 3)).contains(title("causes", cause));
        assertThat(page.locator(".verdict-step")).isVisible();
        page.click(".verdict-step");
        assertThat(page.locator(".step .step-head").first()).isFocused();
        page.click("[data-key=keep]");
        assertThat(page).hasURL(Pattern.compile("#/case/[0-9a-f-]{36}$"));
        assertThat(page.locator(".foot .button").first()).isDisabled();
        assertThat(stage.browser().complaints()).isEmpty();
    }

    @Test
    void opensACaseInAnotherProfileByItsLinkAndTakesItToATicket() throws IOException {
        Page page = stage.open("");
        ConsoleStage.paste(page, realCase(HIGH_RISK, "code 2.").path("text").asText());
        assertThat(page.locator(".cause-title").first()).isVisible();
        String leader = page.locator(".cause-title").first().textContent();
        page.click("[data-key=copy-link]");
        assertThat(page.locator("[data-key=copy-link]")).containsText("Copied");
        String link = ConsoleStage.clipboard(page);
        page.click("[data-key=copy-note]");
        assertThat(page.locator("[data-key=copy-note]")).containsText("Copied");
        assertThat(ConsoleStage.clipboard(page)).contains(leader, link).doesNotContain("text.resembles");

        Page other = stage.browser().page(1440, com.microsoft.playwright.options.ColorScheme.LIGHT);
        other.navigate(link);
        assertThat(other.locator(".cause-title").first()).hasText(leader);
        assertThat(other.locator(".chip").first()).isVisible();
        assertThat(stage.browser().complaints()).isEmpty();
    }

    @Test
    void showsTheWayBackBeforeAStepOfHighRiskAndCopiesExactCommands() throws IOException {
        Page page = stage.open("");
        ConsoleStage.paste(page, realCase(HIGH_RISK, "code 2.").path("text").asText());
        assertThat(page.locator(".step-title").first()).isVisible();
        if (page.locator("[data-key=more-steps]").count() > 0) {
            page.click("[data-key=more-steps]");
        }
        Locator step = page.locator(".step", new Page.LocatorOptions().setHas(page.locator(".badge.high")))
                .first();
        step.locator(".step-head").click();
        assertThat(step.locator(".guard .undo")).isVisible();
        assertThat(step.locator(".command")).hasCount(0);
        assertThat(step.locator(".guard .danger")).isDisabled();
        step.locator(".guard input").check();
        step.locator(".guard .danger").click();
        assertThat(step.locator(".instructions").first()).isVisible();
        for (Locator command : page.locator(".step .command").all()) {
            command.locator("button").click();
            assertThat(command.locator("button")).containsText("Copied");
            assertThat(ConsoleStage.clipboard(page))
                    .isEqualTo(command.locator("code").textContent());
        }
    }

    @Test
    void explainsWhyACauseDoesNotLeadAndTakesTheAnswerThatWouldChangeIt() throws IOException, InterruptedException {
        Page page = stage.open("");
        page.fill("#paste", "Error code 0x904, extended error code 0x7, right away. Windows 11.");
        assertThat(page.locator(".cause-title").first()).isVisible();
        page.click(".why-not-fold summary");
        page.fill("#why-not", "certificate expired");
        page.locator(
                        ".why-not-fold .found-item",
                        new Page.LocatorOptions().setHasText("self-signed certificate expired"))
                .first()
                .click();
        assertThat(page.locator(".why-not .silent-rules li").first()).isVisible();
        page.locator(".why-not .note.verify button").first().click();
        assertThat(page.locator(".cause-title").first()).hasText(title("causes", "rdp-cert-expired"));
        assertThat(stage.browser().complaints()).isEmpty();
    }

    @Test
    void isWalkedWithTheKeyboardAlone() throws IOException {
        Page page = stage.open("");
        assertThat(page.locator("#paste")).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        tabTo(page, "#paste");
        page.evaluate("text => navigator.clipboard.writeText(text)", "Error code 0x904, extended error code 0x7.");
        page.keyboard().press("Control+V");
        assertThat(page.locator(".question .answers button, .question .answers select")
                        .first())
                .isVisible();
        String before = page.locator(".cause-percent").first().textContent();
        tabTo(page, "[data-key=answer-unknown]");
        page.keyboard().press("Enter");
        assertThat(page.locator(".chip.unknown")).isVisible();
        tabTo(page, ".verdict-step");
        page.keyboard().press("Enter");
        assertThat(page.locator(".step .step-head").first()).isFocused();
        tabTo(page, "[data-key$=-failed]");
        page.keyboard().press("Space");
        assertThat(page.locator(".step.failed").first()).isVisible();
        tabTo(page, "[data-key=copy-note]");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-key=copy-note]")).containsText("Copied");
        assertThat(before).isNotBlank();
        assertThat(stage.browser().complaints()).isEmpty();
    }

    /** Presses Tab until the focus is there, as often as there are things to focus at most. */
    private static void tabTo(Page page, String selector) {
        for (int pressed = 0; pressed < 250; pressed++) {
            Object there = page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    @Test
    void remembersWhatSolvedACaseAndShowsItWithTheNextOfItsKind() {
        Page page = stage.open("");
        String report = "RDP fails with 0x904 0x7: the certificate of the host has expired, event 1056.";
        page.fill("#paste", report);
        assertThat(page.locator(".step-title").first()).isVisible();
        page.locator("[data-key^=outcome-][data-key$=-worked]").first().click();
        assertThat(page.locator(".step.worked")).isVisible();
        stage.go(page, "#/cases");
        assertThat(page.locator(".case-solved").first()).isVisible();
        stage.go(page, "#/diagnose");
        page.click("[data-key=clear]");
        page.fill("#paste", report + " Again.");
        assertThat(page.locator(".similar-case").first()).isVisible();
        stage.go(page, "#/cases/all");
        assertThat(page.locator(".state.empty")).isVisible();
        assertThat(stage.browser().complaints()).isEmpty();
    }

    @Test
    void readsALongLogAtOnceAndShowsHostileTextAsText() {
        Page page = stage.open("");
        String hostile = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> 0x904 "
                + "\u202eabc \ud83d\ude80 half \ud83d of it ";
        for (String text : List.of(hostile, hostile + "a line of a log\n".repeat(65_000))) {
            ConsoleStage.paste(page, text);
            assertThat(page.locator(".chip").first()).isVisible();
            assertThat(page.locator("main script, main img")).hasCount(0);
            assertThat(page.locator("#paste-status")).containsText("recognised");
            assertThat(page.title()).doesNotContain("owned");
            page.click("[data-key=clear]");
        }
        assertThat(stage.browser().complaints()).isEmpty();
    }

    @Test
    void saysSoWhenTheServiceIsAwayAndGoesOnWhenItIsBack() {
        Page page = stage.open("");
        assertThat(page.locator("#paste")).isVisible();
        page.route("**/v1/**", route -> route.abort());
        page.fill("#paste", ConsoleStage.PASTE);
        assertThat(page.locator(".banner.bad")).containsText("No connection");
        page.unroute("**/v1/**");
        page.click(".banner.bad button");
        assertThat(page.locator(".cause-title").first()).isVisible();
        assertThat(page.locator(".banner.bad")).hasCount(0);
    }
}
