package dev.reconnect.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KnowledgeReadmeTest {

    /** A fenced example whose first line names its file. */
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```\\w+\\n# (knowledge/\\S+)\\n(.*?)^```$");

    @Test
    void theExamplesOfTheReadmeAreFlawlessTogether() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("knowledge/README.md")));
        while (example.find()) {
            files.put(example.group(1), example.group(2));
        }
        assertThat(files).hasSize(6);
        KnowledgeReader.Reading reading = KnowledgeReader.read(FileSet.of(files));
        assertThat(reading.flaws()).isEmpty();
        assertThat(reading.knowledge().causes()).containsOnlyKeys("spooler-stopped");
        assertThat(reading.knowledge().cases()).hasSize(1);
    }
}
