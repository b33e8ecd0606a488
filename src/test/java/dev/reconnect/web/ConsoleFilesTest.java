package dev.reconnect.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsoleFilesTest {

    private static final Path WEB = Path.of("src/main/resources/web");
    private static final Pattern KEY = Pattern.compile("'([a-z][a-z0-9.-]*)': '");
    private static final int FIRST_PAGE = 100 * 1024;

    @Test
    void theListNamesEveryFile() throws IOException {
        try (Stream<Path> files = Files.walk(WEB)) {
            List<String> there = files.filter(Files::isRegularFile)
                    .map(file -> WEB.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.equals("files.txt"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(WEB.resolve("files.txt"))).containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @Test
    void everyMessageStandsInEveryLanguage() throws IOException {
        assertThat(keys("de")).isEqualTo(keys("en"));
    }

    @Test
    void theFirstPageStaysUnderAHundredKilobytes() {
        int sent = ConsoleFiles.read().pages().entrySet().stream()
                .filter(page -> isOfFirstPage(page.getKey()))
                .mapToInt(page ->
                        Math.min(page.getValue().plain().length, page.getValue().packed().length))
                .sum();
        assertThat(sent).isLessThan(FIRST_PAGE);
    }

    private static boolean isOfFirstPage(String path) {
        return !path.startsWith("widget/")
                && !path.startsWith("js/author/")
                && !path.endsWith(".txt")
                && !Set.of("author.css", "js/catalogue.js", "js/cases.js", "messages/de.js")
                        .contains(path);
    }

    private static Set<String> keys(String language) throws IOException {
        Matcher matcher = KEY.matcher(Files.readString(WEB.resolve("messages/" + language + ".js")));
        return matcher.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
