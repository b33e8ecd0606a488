package dev.reconnect.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFilesTest {

    private static final Path WEB = Path.of("src/main/resources/web");
    private static final Pattern KEY = Pattern.compile("^ {2}'([a-z][a-zA-Z0-9.-]*)': '", Pattern.MULTILINE);
    private static final Pattern USED = Pattern.compile("\\bt\\('([a-z][a-zA-Z0-9.-]*)'");
    private static final Pattern IMPORT = Pattern.compile("^(?:import|export) .*?from '([^']+)';", Pattern.MULTILINE);
    private static final Pattern LINKED = Pattern.compile("\\{assets}/([\\w./-]+)");
    private static final int FIRST_PAGE = 100 * 1024;
    private static final int LONGEST = 260;

    @Test
    void theListNamesEveryFile() throws IOException {
        assertThat(Files.readAllLines(WEB.resolve("files.txt")))
                .containsExactlyInAnyOrderElementsOf(files().stream()
                        .filter(file -> !file.equals("files.txt"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-views", "-author"})
    void everyMessageStandsInEveryLanguage(String part) throws IOException {
        assertThat(found(KEY, "messages/de" + part + ".js")).isEqualTo(found(KEY, "messages/en" + part + ".js"));
    }

    @Test
    void everyMessageThatIsAskedForIsThere() throws IOException {
        Set<String> there = new TreeSet<>();
        Set<String> asked = new TreeSet<>();
        for (String file : files()) {
            if (file.startsWith("messages/en")) {
                there.addAll(found(KEY, file));
            } else if (file.startsWith("js/")) {
                asked.addAll(found(USED, file));
            }
        }
        assertThat(there).containsAll(asked);
    }

    @Test
    void theFirstPageStaysUnderAHundredKilobytes() throws IOException {
        Set<String> first = firstPage();
        int sent = ConsoleFiles.read().pages().entrySet().stream()
                .filter(page -> first.contains(page.getKey()))
                .mapToInt(page ->
                        Math.min(page.getValue().plain().length, page.getValue().packed().length))
                .sum();
        assertThat(first).contains("js/diagnose/plan.js", "css/theme.css").noneMatch(file -> file.contains("author"));
        assertThat(sent).isLessThan(FIRST_PAGE);
    }

    @Test
    void scriptsAndStylesStaySmall() throws IOException {
        for (String file : files()) {
            if (file.endsWith(".js") || file.endsWith(".css")) {
                assertThat(Files.readAllLines(WEB.resolve(file))).as(file).hasSizeLessThan(LONGEST);
            }
        }
    }

    /** What the page links to, and what its scripts import without being asked to. */
    private static Set<String> firstPage() throws IOException {
        Set<String> first = new TreeSet<>(found(LINKED, "index.html"));
        first.add("index.html");
        Deque<String> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            String file = open.pop();
            if (!file.endsWith(".js")) {
                continue;
            }
            for (String imported : found(IMPORT, file)) {
                String path = Path.of(file)
                        .resolveSibling(imported)
                        .normalize()
                        .toString()
                        .replace('\\', '/');
                if (first.add(path)) {
                    open.push(path);
                }
            }
        }
        return first;
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(WEB)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> WEB.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> found(Pattern pattern, String file) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(WEB.resolve(file)));
        return matcher.results().map(hit -> hit.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
