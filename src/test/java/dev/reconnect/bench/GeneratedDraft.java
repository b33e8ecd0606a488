package dev.reconnect.bench;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A draft as large as a year of authors' work: 250 new causes, each with a symptom of its own, a fix, four rules and their
 * cases. Nothing in it is wrong.
 */
final class GeneratedDraft {

    static final int RULES = 1_000;

    private static final List<String> VERBS = List.of("confirms", "stronglySupports", "speaksAgainst", "rulesOut");
    private static final List<String> STATES = List.of("broken", "worn", "used", "new");
    private static final List<String> EXPECTED = List.of("first", "any", "not-first", "ruled-out");
    private static final int CAUSES_A_FILE = 50;

    private GeneratedDraft() {}

    /** Text by path. */
    static SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        StringBuilder symptoms = new StringBuilder();
        for (int i = 0; i < RULES / VERBS.size(); i++) {
            String cause = "bench-" + i;
            symptoms.append(symptom(cause));
            files.put("knowledge/causes/bench/" + cause + ".yaml", cause(cause));
            files.put("knowledge/fixes/bench/mend-" + cause + ".yaml", fix(cause));
            files.put("rules/bench/" + cause + ".drl", rules(cause));
            files.put("rules/bench/" + cause + ".cases.yaml", cases(cause));
            if (i % CAUSES_A_FILE == CAUSES_A_FILE - 1) {
                files.put("knowledge/symptoms/bench-" + i + ".yaml", "symptoms:\n" + symptoms);
                symptoms.setLength(0);
            }
        }
        return files;
    }

    private static String symptom(String cause) {
        return """
                  - id: bench.CAUSE
                    question: "In what state is part CAUSE?"
                    type: choice
                    minutes: 1
                    choices:
                      "broken": {label: "Broken"}
                      "worn": {label: "Worn"}
                      "used": {label: "Used"}
                      "new": {label: "New"}
                """.replace("CAUSE", cause);
    }

    private static String cause(String cause) {
        return """
                title: "Part CAUSE of the generated machine is broken"
                stage: tls
                frequency: rare
                explanation: >-
                  The generated machine consists of many parts, and CAUSE is one of them. When it breaks the connection ends
                  before anybody can sign in.
                check:
                  title: "Look at part CAUSE"
                  where: host
                  privilege: local-admin
                  minutes: 3
                  instructions: ["On the host, look at part CAUSE."]
                  confirms: "It is broken."
                  settles: {symptom: bench.CAUSE, value: broken}
                fixes:
                  - {fix: mend-CAUSE, helps: usually}
                sources:
                  - {title: "Benchmark data", verified: false}
                """.replace("CAUSE", cause);
    }

    private static String fix(String cause) {
        return """
                title: "Mend part CAUSE"
                instructions: ["Mend part CAUSE with what is at hand."]
                where: host
                privilege: local-admin
                minutes: 15
                risk: low
                verify: "Part CAUSE is whole again."
                undo: "Put the old part back."
                sources:
                  - {title: "Benchmark data", verified: false}
                """.replace("CAUSE", cause);
    }

    private static String rules(String cause) {
        StringBuilder rules = new StringBuilder("// Part " + cause + " can be looked at.\npackage rules.bench;\n\n");
        VERBS.forEach(verb -> rules.append("import static dev.reconnect.fact.Evidence." + verb + ";\n"));
        rules.append("\nimport dev.reconnect.fact.Symptom;\n");
        for (int i = 0; i < VERBS.size(); i++) {
            rules.append(
                    """

                    rule "CAUSE/seen-STATE"
                    when
                        $seen : Symptom( id == "bench.CAUSE", value == "STATE" )
                    then
                        insertLogical( VERB("CAUSE", "service", "part CAUSE is STATE", $seen) );
                    end
                    """.replace("CAUSE", cause).replace("STATE", STATES.get(i)).replace("VERB", VERBS.get(i)));
        }
        return rules.toString();
    }

    private static String cases(String cause) {
        StringBuilder cases = new StringBuilder("cases:\n");
        for (int i = 0; i < STATES.size(); i++) {
            cases.append("""
                      - name: "part CAUSE is STATE"
                        symptoms: {bench.CAUSE: "STATE"}
                        expect: EXPECTED
                        fires: [seen-STATE]
                        silent: [seen-OTHER]
                    """.replace("CAUSE", cause)
                    .replace("STATE", STATES.get(i))
                    .replace("OTHER", STATES.get((i + 1) % STATES.size()))
                    .replace("EXPECTED", EXPECTED.get(i)));
        }
        return cases.toString();
    }
}
