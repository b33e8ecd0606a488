package dev.reconnect;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of an author through the console, on a small desk of rules. */
class ConsoleAuthorIT {

    private static final String WORDS = "0x904 is seen with refused certificates";
    private static final String PLAINER = "0x904 is often a refused certificate";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private static ConsoleStage stage;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException, InterruptedException {
        stage = ConsoleStage.small(data);
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

    private static Page signedIn(String view) {
        Page page = stage.open(view);
        ConsoleStage.signIn(page);
        return page;
    }

    private static String active() throws IOException, InterruptedException {
        return stage.service().get("/v1/releases/active").body();
    }

    @Test
    void leadsFromATypoToPublishingAndBack() throws IOException, InterruptedException {
        String before = active();
        Page page = signedIn("#/rules/" + ConsoleStage.RULE);
        Locator text = page.locator(".code-area");
        assertThat(page.locator(".code-line").first()).isVisible();
        String rule = text.inputValue();
        text.fill(rule.replace("host.certificate", "host.certifcate"));
        page.click(".page-head .button.main");
        assertThat(page.locator(".flaw").first()).containsText("host.certifcate");
        assertThat(page.locator(".code-number.error").first()).isVisible();
        text.fill(rule.replace(WORDS, PLAINER));
        page.click(".page-head .button.main");
        assertThat(page.locator(".flaws .note")).isVisible();
        page.click(".flaws .note a");
        assertThat(page.locator(".diff-line.new")).hasCount(1);
        page.fill("#note", "Say it more plainly");
        page.locator("section .button.main").last().click();
        assertThat(page.locator(".banner.info")).isVisible();
        assertThat(active()).isNotEqualTo(before);
        page.click(".banner.info a");
        assertThat(page.locator(".release.active")).containsText("Say it more plainly");
        page.locator(".release.active summary").first().click();
        assertThat(page.locator(".release.active .fold p, .release.active .fold li")
                        .first())
                .isVisible();
        page.locator("[data-release]").first().click();
        assertThat(page.locator(".banner.info")).isVisible();
        assertThat(active()).contains(before.substring(7, 20));
        assertThat(stage.browser().complaints()).isEmpty();
        assertThat(page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + location.href")
                        .toString())
                .doesNotContain(ConsoleStage.KEY);
    }

    @Test
    void triesTheRulesInTheEditorOnACase() {
        Page page = signedIn("#/rules/" + ConsoleStage.RULE);
        page.fill("#dry-case", "host.certificate = expired");
        assertThat(page.locator(".dry-list strong").first()).isVisible();
        page.fill("#dry-case", "error.code = 0x1");
        assertThat(page.locator("details:not([open]) .dry-list").first()).isAttached();
        assertThat(stage.browser().complaints()).isEmpty();
    }

    @Test
    void completesIdsWithTheKeyboard() {
        Page page = signedIn("#/rules/" + ConsoleStage.RULE);
        Locator text = page.locator(".code-area");
        text.fill("    $seen : Symptom( id == \"host.cert");
        text.press("End");
        text.press("Control+ ");
        assertThat(page.locator(".code-menu .chosen")).containsText("host.certificate");
        text.press("Enter");
        assertThat(text).hasValue("    $seen : Symptom( id == \"host.certificate");
    }

    /** What keeps typing fast: a key paints one line anew, however long the file is. The time is printed, not asserted. */
    @Test
    void paintsOneLineForAKeyInALongRule() {
        Page page = signedIn("#/rules/" + ConsoleStage.RULE);
        Locator text = page.locator(".code-area");
        assertThat(page.locator(".code-line").first()).isVisible();
        // Set, not filled: Chromium itself takes seconds to insert 500 lines into a text area key by key.
        text.evaluate(
                "area => { area.value = (area.value + '\\n').repeat(14); area.dispatchEvent(new Event('input', {bubbles: true})); }");
        Object painted = page.evaluate("""
                async () => {
                  const area = document.querySelector('.code-area');
                  let lines = 0, milliseconds = 0;
                  new MutationObserver((all) => { for (const one of all) lines += one.addedNodes.length; })
                    .observe(document.querySelector('.code-paint'), {childList: true});
                  area.focus(); area.setSelectionRange(4000, 4000);
                  for (let i = 0; i < 30; i++) {
                    const from = performance.now();
                    document.execCommand('insertText', false, 'a');
                    document.body.getBoundingClientRect();
                    milliseconds += performance.now() - from;
                  }
                  await Promise.resolve();
                  return {lines, of: document.querySelectorAll('.code-line').length, each: milliseconds / 30};
                }""");
        System.out.println("typing in a long rule: " + painted);
        @SuppressWarnings("unchecked")
        java.util.Map<String, Number> counted = (java.util.Map<String, Number>) painted;
        assertThat(counted.get("of").intValue()).isGreaterThan(500);
        assertThat(counted.get("lines").intValue()).isEqualTo(30);
    }

    @Test
    void loadsTheEditorOnlyWhenItIsOpened() {
        Page page = stage.browser().page(1440, com.microsoft.playwright.options.ColorScheme.LIGHT);
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(stage.address(""));
        assertThat(page.locator("#paste")).isVisible();
        assertThat(asked).noneMatch(url -> url.contains("/author/") || url.contains("editor"));
        stage.go(page, "#/rules");
        assertThat(page.locator("#key")).isVisible();
        assertThat(asked).anyMatch(url -> url.contains("/author/editor.js"));
    }

    @Test
    void showsWhatOutcomesTaughtAndMakesACaseOfAWrongDiagnosis() throws IOException, InterruptedException {
        String id = diagnosed("{\"symptoms\":[{\"id\":\"host.certificate\",\"value\":\"expired\"}]}");
        stage.service()
                .post(
                        "/v1/diagnoses/" + id + "/outcomes",
                        "{\"confirmed\":\"port-closed\",\"tried\":[{\"fix\":\"open-rdp-port\",\"result\":\"worked\"}]}");
        Page page = signedIn("#/outcomes");
        assertThat(page.locator(".metric").first()).containsText("1");
        assertThat(page.locator(".plot-dot").first()).isVisible();
        assertThat(page.locator(".share").first()).isVisible();
        page.locator(".wrong-actions button").first().click();
        assertThat(page.locator(".code-area")).hasValue(Pattern.compile("cause: \"port-closed\""));
        assertThat(page.locator(".file.added")).isVisible();
        stage.go(page, "#/coverage");
        assertThat(page.locator(".heat-cell.number").first()).isVisible();
        page.click("[data-key='coverage.by-cases']");
        assertThat(page.locator("[data-key='coverage.by-cases']")).hasAttribute("aria-pressed", "true");
        stage.go(page, "#/cases/all");
        assertThat(page.locator(".case-item a").first()).isVisible();
        assertThat(stage.browser().complaints()).isEmpty();
    }

    private static String diagnosed(String report) throws IOException, InterruptedException {
        java.util.regex.Matcher id =
                ID.matcher(stage.service().post("/v1/diagnoses", report).body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    @Test
    void asksForAKeyAgainWhenItIsNotKnown() {
        Page page = stage.open("#/draft");
        page.fill("#key", "not-a-key");
        page.click(".key-form .main");
        assertThat(page.locator(".key-form [role=alert]")).isVisible();
        ConsoleStage.signIn(page);
        assertThat(page.locator(".state.empty")).isVisible();
        page.reload();
        assertThat(page.locator("#key")).isVisible();
    }
}
