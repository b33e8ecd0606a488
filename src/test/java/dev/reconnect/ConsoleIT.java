package dev.reconnect;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The looks of the console in a real browser: every view at three widths, in both lights and both languages. */
class ConsoleIT {

    private static final int[] WIDTHS = {360, 900, 1440};
    private static final int FIRST_PAGE = 100 * 1024;
    private static final List<String> READ = List.of(
            "cases",
            "cases/all",
            "catalogue/causes/rdp-cert-expired",
            "catalogue/fixes/open-rdp-port",
            "catalogue/codes/0x904");
    private static final List<String> AUTHORED =
            List.of("rules/" + ConsoleStage.RULE, "draft", "releases", "coverage", "outcomes");

    private static ConsoleStage stage;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException, InterruptedException {
        stage = ConsoleStage.small(data);
        String[] outcome = {"{\"confirmed\":\"rdp-cert-expired\"}", "{\"confirmed\":\"port-closed\"}"};
        for (String told : outcome) {
            String answer = stage.service()
                    .post("/v1/diagnoses", "{\"symptoms\":[{\"id\":\"error.code\",\"value\":\"0x904\"}]}")
                    .body();
            stage.service().post("/v1/diagnoses/" + answer.substring(7, 43) + "/outcomes", told);
        }
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

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void hasNoBarriersInAnyViewAtAnyWidth(ColorScheme scheme) {
        // One language in each light: four rounds of everything would show little more than two.
        String language = scheme == ColorScheme.LIGHT ? "en-GB" : "de-DE";
        for (int width : WIDTHS) {
            Page page = stage.open("", width, scheme, language);
            assertThat(page.locator("#paste")).isVisible();
            look(page, "diagnose-empty", width, scheme);
            page.fill("#paste", ConsoleStage.PASTE);
            page.locator(".step-title").first().waitFor();
            look(page, "diagnose", width, scheme);
            READ.forEach(view -> {
                stage.go(page, "#/" + view);
                page.locator("h1").waitFor();
                look(page, view, width, scheme);
            });
            stage.go(page, "#/" + AUTHORED.get(0));
            page.locator("#key").waitFor();
            look(page, "key", width, scheme);
            ConsoleStage.signIn(page);
            AUTHORED.forEach(view -> {
                stage.go(page, "#/" + view);
                page.locator(".page-head h1").waitFor();
                look(page, view, width, scheme);
            });
            page.context().close();
        }
        assertThat(stage.browser().complaints()).isEmpty();
    }

    private static void look(Page page, String view, int width, ColorScheme scheme) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        // Not waitForFunction: it evaluates inside the page, where the policy forbids that.
        page.waitForCondition(
                () -> (Boolean)
                        page.evaluate(
                                "document.fonts.status === 'loaded' && !document.querySelector('.spinner:not([hidden])') && !document.getAnimations().some(one => one.playState === 'running' && one.effect.getTiming().iterations !== Infinity)"));
        String shot = view.replace('/', '-') + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        Browser.shoot(page, shot);
        assertThat(Browser.overhang(page)).as(shot).isLessThanOrEqualTo(0);
        assertThat(Browser.barriers(page)).as(shot).isEmpty();
    }

    @Test
    void showsNoKeyOfAMessageInEitherLanguage() {
        for (String language : List.of("en-GB", "de-DE")) {
            Page page = stage.open("", 1440, ColorScheme.LIGHT, language);
            page.fill("#paste", ConsoleStage.PASTE);
            page.locator(".step-title").first().waitFor();
            assertThat(page.locator("html")).hasAttribute("lang", language.substring(0, 2));
            stage.go(page, "#/releases");
            ConsoleStage.signIn(page);
            page.locator(".release").first().waitFor();
            assertThat(page.locator("body").innerText())
                    .doesNotContainPattern("\\b(action|state|status|releases|count|nav|foot|plan)\\.[a-z-]+");
        }
    }

    @Test
    void sendsAFirstPageOfLessThanAHundredKilobytes() {
        Page page = stage.open("");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Number bytes = (Number)
                page.evaluate(
                        "[...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')].filter(one => !one.name.includes('/v1/')).reduce((sum, one) => sum + one.encodedBodySize, 0)");
        Number ready = (Number) page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd");
        System.out.println("first page: " + bytes + " bytes, at work after " + ready + " ms");
        assertThat(bytes.intValue()).isLessThan(FIRST_PAGE).isPositive();
    }

    @Test
    void movesTheRankingWhenAChipIsCorrectedOrRemoved() {
        Page page = stage.open("");
        page.fill("#paste", ConsoleStage.PASTE);
        Locator first = page.locator(".cause-percent").first();
        assertThat(first).isVisible();
        String before = first.textContent();
        page.locator(".chip-x").last().click();
        assertThat(first).not().hasText(before);
        String removed = first.textContent();
        page.locator(".chip-body").first().click();
        page.locator(".chip-editor .button").first().click();
        assertThat(first).not().hasText(removed);
    }

    @Test
    void asksWhenNothingIsRecognised() {
        Page page = stage.open("");
        page.fill("#paste", "zzz");
        assertThat(page.locator(".verdict .badge")).containsText("Nothing recognised");
        assertThat(page.locator("#question-title")).isVisible();
        assertThat(page.locator(".ranking")).isHidden();
    }

    @Test
    void keepsStillForReadersWhoAskForIt() {
        Page page = stage.open("");
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.fill("#paste", ConsoleStage.PASTE);
        page.locator(".step-title").first().waitFor();
        page.locator(".chip-x").last().click();
        assertThat(page.evaluate("document.getAnimations().length")).isEqualTo(0);
    }

    @Test
    void printsTheAnswerAndNotTheButtons() {
        Page page = stage.open("", 900, ColorScheme.DARK, "en-GB");
        page.fill("#paste", ConsoleStage.PASTE);
        page.locator(".step-title").first().waitFor();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".cause-title").first()).isVisible();
        assertThat(page.locator(".step-title").first()).isVisible();
        assertThat(page.locator(".top")).isHidden();
        assertThat(page.locator("#paste")).isHidden();
        Browser.shoot(page, "diagnose-print");
    }

    @Test
    void followsTheLightOfTheMachineUntilSomebodyChooses() {
        Page page = stage.open("", 900, ColorScheme.DARK, "en-GB");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.click("[data-key=theme]");
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    }
}
