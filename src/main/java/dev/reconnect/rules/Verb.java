package dev.reconnect.rules;

import dev.reconnect.fact.Strength;
import dev.reconnect.rules.Rule.Advises;
import dev.reconnect.rules.Rule.Concludes;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Rule.Derives;
import dev.reconnect.rules.Rule.Warns;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a rule can say in its {@code then}: the static methods of {@code dev.reconnect.fact} that a rule may import. */
enum Verb {
    CONFIRMS("Evidence", "confirms", List.of("cause", "group", "reason"), evidence(Strength.CONFIRMS)),
    STRONGLY_SUPPORTS(
            "Evidence", "stronglySupports", List.of("cause", "group", "reason"), evidence(Strength.STRONGLY_SUPPORTS)),
    SUPPORTS("Evidence", "supports", List.of("cause", "group", "reason"), evidence(Strength.SUPPORTS)),
    HINTS_AT("Evidence", "hintsAt", List.of("cause", "group", "reason"), evidence(Strength.HINTS_AT)),
    SPEAKS_WEAKLY_AGAINST(
            "Evidence",
            "speaksWeaklyAgainst",
            List.of("cause", "group", "reason"),
            evidence(Strength.SPEAKS_WEAKLY_AGAINST)),
    SPEAKS_AGAINST("Evidence", "speaksAgainst", List.of("cause", "group", "reason"), evidence(Strength.SPEAKS_AGAINST)),
    SPEAKS_STRONGLY_AGAINST(
            "Evidence",
            "speaksStronglyAgainst",
            List.of("cause", "group", "reason"),
            evidence(Strength.SPEAKS_STRONGLY_AGAINST)),
    RULES_OUT("Evidence", "rulesOut", List.of("cause", "group", "reason"), evidence(Strength.RULES_OUT)),
    DERIVES("Symptom", "derives", List.of("symptom", "value"), (said, on) -> new Derives(said.get(0), said.get(1), on)),
    PREFERS(
            "Advice",
            "prefers",
            List.of("fix", "reason"),
            (said, on) -> new Advises(true, said.get(0), said.get(1), on)),
    EXCLUDES(
            "Advice",
            "excludes",
            List.of("fix", "reason"),
            (said, on) -> new Advises(false, said.get(0), said.get(1), on)),
    WARNS("Warning", "warns", List.of("kind", "message"), (said, on) -> new Warns(said.get(0), said.get(1), on));

    static final String FACTS = "dev.reconnect.fact";

    private final String owner;
    private final String word;
    private final List<String> parameters;
    private final BiFunction<List<String>, List<String>, Consequence> says;

    Verb(String owner, String word, List<String> parameters, BiFunction<List<String>, List<String>, Consequence> says) {
        this.owner = owner;
        this.word = word;
        this.parameters = parameters;
        this.says = says;
    }

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Verb::word).toList();
    }

    String word() {
        return word;
    }

    /** What its leading string arguments are called; the bindings follow. */
    List<String> parameters() {
        return parameters;
    }

    /** What stands after {@code import static}. */
    String imported() {
        return FACTS + "." + owner + "." + word;
    }

    /** How it is written, for a hint. */
    String example() {
        String arguments = String.join(
                ", ",
                parameters.stream().map(parameter -> "\"" + parameter + "\"").toList());
        return "insertLogical( " + word + "(" + arguments + ", $seen) );";
    }

    Consequence says(List<String> said, List<String> on) {
        return says.apply(said, List.copyOf(on));
    }

    private static BiFunction<List<String>, List<String>, Consequence> evidence(Strength strength) {
        return (said, on) -> new Concludes(strength, said.get(0), said.get(1), said.get(2), on);
    }
}
