package dev.reconnect.rules;

import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Checks rules against what is known and against each other: words that do not exist, rules that say the same, say the
 * opposite or can never fire, and derivations that go in a circle.
 */
public final class RuleChecks {

    /** Nobody reads more, and a generated file must not keep the check busy with spelling. */
    static final int MOST_FLAWS = 1_000;

    private RuleChecks() {}

    /**
     * All flaws, sorted by place.
     *
     * @param files all rule files of a release; their broken rules are checked as far as they could be read
     */
    public static List<Flaw> check(Collection<ReadFile> files, Knowledge knowledge) {
        List<RuleInFile> rules = new ArrayList<>();
        List<Flaw> flaws = new ArrayList<>();
        for (ReadFile file : files) {
            FileChecks.check(file, knowledge, flaws);
            rules.addAll(RuleInFile.of(file));
        }
        if (rules.size() > RuleBase.MOST_RULES) {
            RuleInFile first = rules.get(RuleBase.MOST_RULES);
            flaws.add(first.flaw(
                    "too-many-rules",
                    "a release holds at most " + RuleBase.MOST_RULES + " rules but this one has " + rules.size(),
                    "Leave out rules that say the same."));
            rules = rules.subList(0, RuleBase.MOST_RULES);
        }
        VocabularyChecks vocabulary = new VocabularyChecks(knowledge);
        SenseChecks sense = new SenseChecks(knowledge.symptoms());
        for (RuleInFile rule : rules) {
            if (flaws.size() < MOST_FLAWS) {
                vocabulary.check(rule, flaws);
                sense.check(rule, flaws);
            }
        }
        RepetitionChecks.check(rules, flaws);
        CircleChecks.check(rules, flaws);
        return flaws.stream().distinct().sorted().limit(MOST_FLAWS).toList();
    }
}
