package dev.reconnect.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pasted texts in the formats of real tools and in plain words: what is found in them, and what is not. */
class TextsTest {

    /** Of a hundred things to find, this many at least are found; the rest is listed by the test. */
    private static final double RECALL_FLOOR = 0.97;

    private record Pasting(String name, String text, List<String> finds, List<String> not, boolean nothing) {}

    private static List<Pasting> pastings() throws IOException {
        try (InputStream file = TextsTest.class.getResourceAsStream("/intake/texts.yaml")) {
            JsonNode texts = new YAMLMapper().readTree(file).path("texts");
            return StreamSupport.stream(texts.spliterator(), false)
                    .map(text -> new Pasting(
                            text.path("name").asText(),
                            text.path("text").asText(),
                            words(text.path("finds")),
                            words(text.path("not")),
                            text.path("nothing").asBoolean()))
                    .toList();
        }
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    @TestFactory
    Stream<DynamicTest> findsNothingThatIsNotThere() throws IOException {
        return pastings().stream()
                .filter(text -> text.nothing() || !text.not().isEmpty())
                .map(text -> DynamicTest.dynamicTest(text.name(), () -> {
                    List<String> found = Shipped.read(text.text());
                    assertThat(found).doesNotContainAnyElementsOf(text.not().isEmpty() ? List.of("") : text.not());
                    if (text.nothing()) {
                        assertThat(found).isEmpty();
                    }
                }));
    }

    @Test
    void findsWhatIsThere() throws IOException {
        int expected = 0;
        List<String> missed = new ArrayList<>();
        for (Pasting text : pastings()) {
            List<String> found = Shipped.read(text.text());
            expected += text.finds().size();
            text.finds().stream()
                    .filter(find -> !found.contains(find))
                    .forEach(find -> missed.add(text.name() + ": " + find));
        }
        double recall = 1 - (double) missed.size() / expected;
        System.out.printf(
                "read %d texts, %d things to find, recall %.3f%n", pastings().size(), expected, recall);
        missed.forEach(miss -> System.out.println("  missed in " + miss));
        assertThat(recall).isGreaterThanOrEqualTo(RECALL_FLOOR);
    }
}
