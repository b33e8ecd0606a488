package dev.reconnect.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.knowledge.Cause;
import dev.reconnect.knowledge.Fix;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Frequency;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.Place;
import dev.reconnect.knowledge.Privilege;
import dev.reconnect.knowledge.Risk;
import dev.reconnect.knowledge.Stage;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.knowledge.SymptomDefinition.Choice;
import dev.reconnect.knowledge.SymptomDefinition.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each senseless rule in {@code senseless.txt} is reported with its code and place, and nothing else is. */
class RuleChecksTest {

    private static final Knowledge KNOWLEDGE = knowledge();

    @TestFactory
    Stream<DynamicTest> eachSenselessRuleIsReportedAtItsPlaceAndNothingElseIs() {
        return Arrays.stream(Marked.resource("senseless.txt").split("(?m)^---- "))
                .skip(1)
                .map(set -> DynamicTest.dynamicTest(set.substring(0, set.indexOf('\n')), () -> check(set)));
    }

    @Test
    void offersTheNearestWordAndTheNormalForm() {
        ReadFile file = read("rules/certificate/rdp-cert-expired.drl", """
            rule "rdp-cert-expired/a"
            when
                $seen : Symptom( id == "host.certifcate", value == "expired" )
                Symptom( id == "error.code", value == "-1073741715" )
            then
                insertLogical( confirms("rdp-cert-expird", "certificate", "why", $seen) );
            end
            """);

        assertThat(RuleChecks.check(List.of(file), KNOWLEDGE))
                .extracting(Flaw::hint)
                .containsExactly(
                        "Did you mean \"host.certificate\"?",
                        "Write \"0xc000006d\".",
                        "Did you mean \"rdp-cert-expired\"?");
    }

    @Test
    void tellsWhichRulesFormACircle() {
        ReadFile file = read(
                "rules/derive/circle.drl",
                IntStream.range(0, 3)
                        .mapToObj(i -> """
                            rule "circle/r%d"
                            when
                                $seen : Symptom( id == "host.event", value == "rcm-105%d" )
                            then
                                insertLogical( derives("host.event", "rcm-105%d", $seen) );
                            end
                            """.formatted(i, 6 + i, 6 + (i + 1) % 3))
                        .collect(Collectors.joining()));

        assertThat(RuleChecks.check(List.of(file), KNOWLEDGE))
                .singleElement()
                .extracting(Flaw::message)
                .asString()
                .contains("circle/r0", "circle/r1", "circle/r2");
    }

    @Test
    void aFloodOfMistakesIsCheckedInTime() {
        List<ReadFile> files = IntStream.range(0, 500)
                .mapToObj(i -> read(
                        "rules/derive/flood-" + i + ".drl",
                        IntStream.range(0, 40)
                                .mapToObj(j -> """
                                    rule "flood-%d/r%d"
                                    when
                                        $seen : Symptom( id == "unknown.symptom-%d-%d" )
                                        Symptom( id == "stage.passed" )
                                    then
                                        insertLogical( derives("stage.passed", "v-%d-%d", $seen) );
                                    end
                                    """.formatted(i, j, i, j, i, j))
                                .collect(Collectors.joining())))
                .toList();

        List<Flaw> flaws =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> RuleChecks.check(files, KNOWLEDGE));

        assertThat(flaws).hasSize(RuleChecks.MOST_FLAWS);
    }

    private static void check(String set) {
        List<ReadFile> files = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String part : set.split("(?m)^== ")) {
            int lineEnd = part.indexOf('\n');
            String title = part.substring(0, lineEnd);
            if (title.startsWith("rules/")) {
                String path = title.split(" ")[0];
                Marked marked =
                        Marked.of(title.substring(path.length()).strip() + head(path) + part.substring(lineEnd + 1));
                files.add(DrlReader.read(path, marked.text()));
                marked.expected().forEach(found -> expected.add(path + " " + found));
            }
        }

        List<Flaw> flaws = RuleChecks.check(files, KNOWLEDGE);

        assertThat(flaws)
                .extracting(flaw -> flaw.file() + " " + Marked.Found.of(flaw))
                .as(flaws::toString)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static ReadFile read(String path, String rules) {
        return DrlReader.read(path, head(path) + rules);
    }

    /** Package and imports, all on one line, before which a flaw of the whole file is marked. */
    private static String head(String path) {
        String area = path.split("/")[1];
        String verbs = Verb.words().stream()
                .flatMap(word -> Verb.of(word).stream())
                .map(verb -> "import static " + verb.imported() + "; ")
                .collect(Collectors.joining());
        return "package rules." + area + "; " + verbs + "import dev.reconnect.fact.Symptom;\n";
    }

    private static Knowledge knowledge() {
        List<SymptomDefinition> symptoms = List.of(
                choice("host.certificate", false, "expired", "valid", "missing"),
                choice("host.event", true, "rcm-1056", "rcm-1057", "rcm-1058"),
                choice("scope.other-clients", false, "yes", "no"),
                choice("stage.passed", true, "tcp", "tls"),
                choice("stage.stopped-at", true, "tcp", "tls"),
                choice("host.family", false, "windows", "other"),
                symptom("network.latency", Type.NUMBER),
                symptom("error.code", Type.CODE),
                symptom("error.pair", Type.CODE),
                symptom("client.version", Type.TEXT));
        List<Cause> causes = List.of(cause("rdp-cert-expired", "certificate"), cause("port-blocked", "network-filter"));
        return new Knowledge(
                symptoms.stream().collect(Collectors.toMap(SymptomDefinition::id, Function.identity())),
                causes.stream().collect(Collectors.toMap(Cause::id, Function.identity())),
                Map.of("renew-rdp-certificate", fix("renew-rdp-certificate", Fix.Kind.CHANGE)),
                List.of(),
                List.of());
    }

    private static SymptomDefinition choice(String id, boolean multiple, String... values) {
        List<Choice> choices = Arrays.stream(values)
                .map(value -> new Choice(value, value, List.of()))
                .toList();
        return new SymptomDefinition(id, "Which?", Type.CHOICE, "", multiple, 1, false, choices);
    }

    private static SymptomDefinition symptom(String id, Type type) {
        return new SymptomDefinition(id, "Which?", type, "", type == Type.CODE, 1, false, List.of());
    }

    private static Cause cause(String id, String area) {
        return new Cause(
                id,
                area,
                "Title",
                Stage.TLS,
                "Why.",
                Frequency.COMMON,
                List.of(),
                fix("check-" + id, Fix.Kind.CHECK),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private static Fix fix(String id, Fix.Kind kind) {
        return new Fix(
                id,
                "Title",
                kind,
                List.of("Do it."),
                List.of(),
                Place.HOST,
                Privilege.USER,
                1,
                Risk.NONE,
                false,
                "",
                "See.",
                "",
                "",
                List.of());
    }
}
