package dev.reconnect.diagnosis;

import dev.reconnect.fact.Evidence;
import dev.reconnect.knowledge.Cause;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.Source;
import dev.reconnect.rules.KnownSymptoms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a score into the words of the knowledge base: every number with the rule, the reason and the sources behind it. */
final class Explainer {

    private final Knowledge knowledge;
    private final Pointers pointers;
    private final MissingEvidence missing;
    private final KnownSymptoms known;
    private final boolean withEvidence;
    private final Optional<Plan> plan;

    Explainer(
            Knowledge knowledge,
            Pointers pointers,
            MissingEvidence missing,
            KnownSymptoms known,
            boolean withEvidence,
            Optional<Plan> plan) {
        this.knowledge = knowledge;
        this.pointers = pointers;
        this.missing = missing;
        this.known = known;
        this.withEvidence = withEvidence;
        this.plan = plan;
    }

    Diagnosis.RankedCause cause(Score score) {
        Cause cause = score.cause();
        List<String> citations = citations(cause);
        return new Diagnosis.RankedCause(
                cause.id(),
                cause.title(),
                cause.stage(),
                score.probability(),
                score.prior(),
                score.decibans(),
                cause.explanation(),
                withEvidence ? Optional.of(explanation(score, citations)) : Optional.empty(),
                cause.corrections(),
                fixes(cause),
                citations);
    }

    private Explanation explanation(Score score, List<String> citations) {
        return new Explanation(
                items(score.supporting(), citations),
                items(score.opposing(), citations),
                items(score.repeating(), citations),
                missing.of(score.cause().id(), known));
    }

    private List<Explanation.Item> items(List<Evidence> evidence, List<String> citations) {
        List<Explanation.Item> items = new ArrayList<>(evidence.size());
        for (Evidence item : evidence) {
            items.add(new Explanation.Item(
                    item.rule(),
                    item.group(),
                    item.decibans(),
                    item.reason(),
                    pointers.of(item.symptoms()),
                    citations));
        }
        return items;
    }

    /** The cause's fixes: those of the plan in its order, then the rest as authored. */
    private List<String> fixes(Cause cause) {
        Set<String> authored = new LinkedHashSet<>();
        cause.fixes().forEach(use -> authored.add(use.fix()));
        if (plan.isEmpty()) {
            return List.copyOf(authored);
        }
        Set<String> fixes = new LinkedHashSet<>();
        for (Plan.Step step : plan.get().steps()) {
            if (authored.contains(step.fix())) {
                fixes.add(step.fix());
            }
        }
        fixes.addAll(authored);
        return List.copyOf(fixes);
    }

    private static List<String> citations(Cause cause) {
        return cause.sources().stream().map(Source::citation).toList();
    }
}
