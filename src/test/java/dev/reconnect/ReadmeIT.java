package dev.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The README keeps its word: each request in it is sent to the packaged service and gets the answer that stands below it. */
class ReadmeIT {

    private static final String START = "mvn -q package -DskipTests && java -jar target/quarkus-app/quarkus-run.jar";
    private static final String TEST = "mvn verify";
    private static final String ADDRESS = "http://127.0.0.1:8080";
    private static final String LEFT_OUT = "…";
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("-H '([^:']+): ([^']+)'");
    private static final Pattern BODY = Pattern.compile("-d '(.*?)'", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile(Pattern.quote(ADDRESS) + "(\\S*)");
    private static final Pattern SETTING = Pattern.compile("^\\| `(reconnect\\.[a-z.-]+)` \\|", Pattern.MULTILINE);

    private record Block(String language, String text) {}

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    static Path data;

    @Test
    void beginsWithTheTwoCommands() throws IOException {
        List<String> commands = blocks().stream()
                .filter(block -> block.language().equals("sh"))
                .map(Block::text)
                .filter(text -> !text.startsWith("curl "))
                .toList();

        assertThat(commands).containsExactly(START, TEST);
        assertThat(Files.readString(Path.of(".ci/run"))).contains(TEST);
    }

    @TestFactory
    List<DynamicTest> answersAsItSays() throws IOException, InterruptedException {
        Map<String, JsonNode> answers = new TreeMap<>();
        List<DynamicTest> tests = new ArrayList<>();
        List<Block> blocks = blocks();
        try (ServiceProcess service = ServiceProcess.start(data)) {
            for (int i = 0; i + 1 < blocks.size(); i++) {
                if (blocks.get(i).text().startsWith("curl ")) {
                    String curl = blocks.get(i).text();
                    JsonNode shown = json.readTree(blocks.get(i + 1).text());
                    JsonNode answer =
                            json.readTree(service.send(request(service, curl)).body());
                    answers.put(curl, answer);
                    tests.add(DynamicTest.dynamicTest("request " + answers.size(), () -> compare("", shown, answer)));
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    @Test
    void namesOnlySettingsThatThereAre() throws IOException {
        String config = Files.readString(Path.of("src/main/java/dev/reconnect/web/ReconnectConfig.java"));
        Matcher settings = SETTING.matcher(readme());

        while (settings.find()) {
            String name = settings.group(1);
            assertThat(config).contains(" " + name.substring(name.lastIndexOf('.') + 1) + "();");
        }
    }

    private static HttpRequest request(ServiceProcess service, String curl) {
        Matcher path = PATH.matcher(curl);
        assertThat(path.find()).isTrue();
        HttpRequest.Builder request = HttpRequest.newBuilder(service.at(path.group(1)));
        Matcher headers = HEADER.matcher(curl);
        while (headers.find()) {
            request.header(headers.group(1), headers.group(2));
        }
        Matcher body = BODY.matcher(curl);
        return body.find()
                ? request.POST(HttpRequest.BodyPublishers.ofString(body.group(1)))
                        .build()
                : request.build();
    }

    /** What is shown must be there; … stands for anything, and at the end of a list for more of it. */
    private static void compare(String at, JsonNode shown, JsonNode answer) {
        if (shown.isObject()) {
            shown.fieldNames().forEachRemaining(name -> {
                assertThat(answer.has(name)).as(at + "/" + name).isTrue();
                compare(at + "/" + name, shown.get(name), answer.get(name));
            });
        } else if (shown.isArray()) {
            compareLists(at, shown, answer);
        } else if (shown.isNumber()) {
            int digits = shown.decimalValue().scale();
            BigDecimal rounded = answer.decimalValue().setScale(digits, RoundingMode.HALF_EVEN);
            assertThat(rounded).as(at).isEqualByComparingTo(shown.decimalValue());
        } else if (!shown.asText().equals(LEFT_OUT)) {
            assertThat(answer).as(at).isEqualTo(shown);
        }
    }

    private static void compareLists(String at, JsonNode shown, JsonNode answer) {
        boolean more = !shown.isEmpty() && shown.get(shown.size() - 1).asText().equals(LEFT_OUT);
        int length = more ? shown.size() - 1 : shown.size();
        assertThat(answer.size()).as(at).isGreaterThanOrEqualTo(length);
        if (!more) {
            assertThat(answer.size()).as(at).isEqualTo(length);
        }
        for (int i = 0; i < length; i++) {
            compare(at + "/" + i, shown.get(i), answer.get(i));
        }
    }

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(readme());
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2).strip()));
        }
        return blocks;
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
