package dev.reconnect.diagnosis;

import dev.reconnect.fact.Evidence;
import dev.reconnect.knowledge.Cause;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a score into the words of the knowledge base: every number with the rule, the reason and the sources behind it. */
final class Explainer {

    private final Knowledge knowledge;
    private final Pointers pointers;
    private final MissingEvidence missing;
    private final boolean withEvidence;
    private final Optional<Plan> plan;

    Explainer(
            Knowledge knowledge,
            Pointers pointers,
            MissingEvidence missing,
            boolean withEvidence,
            Optional<Plan> plan) {
        this.knowledge = knowledge;
        this.pointers = pointers;
        this.missing = missing;
        this.withEvidence = withEvidence;
        this.plan = plan;
    }

    Diagnosis.RankedCause cause(Score score) {
        Cause cause = score.cause();
        return new Diagnosis.RankedCause(
                cause.id(),
                cause.title(),
                cause.stage(),
                score.probability(),
                score.prior(),
                score.decibans(),
                cause.explanation(),
                withEvidence ? Optional.of(explanation(score)) : Optional.empty(),
                cause.corrections(),
                fixes(cause),
                citations(cause));
    }

    private Explanation explanation(Score score) {
        return new Explanation(
                items(score.supporting()),
                items(score.opposing()),
                items(score.repeating()),
                missing.of(score.cause().id()));
    }

    private List<Explanation.Item> items(List<Evidence> evidence) {
        return evidence.stream()
                .map(item -> new Explanation.Item(
                        item.rule(),
                        item.group(),
                        item.decibans(),
                        item.reason(),
                        pointers.of(item.symptoms()),
                        citations(knowledge.causes().get(item.cause()))))
                .toList();
    }

    /** The cause's fixes: those of the plan in its order, then the rest as authored. */
    private List<String> fixes(Cause cause) {
        List<String> authored = cause.fixes().stream().map(Cause.FixUse::fix).toList();
        List<String> planned = plan.stream()
                .flatMap(made -> made.steps().stream())
                .map(Plan.Step::fix)
                .filter(authored::contains)
                .toList();
        return Stream.concat(planned.stream(), authored.stream()).distinct().toList();
    }

    private static List<String> citations(Cause cause) {
        return cause.sources().stream().map(Source::citation).toList();
    }
}
