package dev.reconnect.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.FolderReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file in {@code rules} and {@code knowledge}: read, checked, and its cases run against the built rule base. */
class ShippedContentTest {

    @TestFactory
    Stream<DynamicTest> everyFileIsFlawlessAndItsCasesHold() {
        FileSet files = FolderReader.read(Path.of("rules"), Path.of("knowledge"));
        Map<String, List<Flaw>> flaws =
                Checked.of(files).flaws().stream().filter(Flaw::isError).collect(Collectors.groupingBy(Flaw::file));
        Stream<String> paths = Stream.concat(files.files().keySet().stream(), flaws.keySet().stream());
        return paths.distinct()
                .sorted()
                .map(path -> DynamicTest.dynamicTest(path, () -> assertThat(flaws.getOrDefault(path, List.of()))
                        .isEmpty()));
    }
}
