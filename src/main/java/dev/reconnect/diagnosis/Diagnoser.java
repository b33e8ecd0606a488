package dev.reconnect.diagnosis;

import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.rules.Conclusions;
import dev.reconnect.rules.Inference;
import dev.reconnect.rules.KnownSymptoms;
import dev.reconnect.rules.RuleBase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Turns reports into diagnoses. A diagnosis is a pure function of the release, the priors and the report: the same three
 * give the same bytes. Immutable; one per release and version of the priors, shared by all threads.
 */
public final class Diagnoser {

    private final Diagnosis.ReleaseName release;
    private final Knowledge knowledge;
    private final RuleBase rules;
    private final LearnedPriors priors;
    private final Reading reading;
    private final MissingEvidence missing;
    private final Map<Priors, Field> fields = new IdentityHashMap<>();

    public Diagnoser(Diagnosis.ReleaseName release, Knowledge knowledge, RuleBase rules, LearnedPriors priors) {
        this(release, knowledge, rules, priors, new Reading(rules.rules()));
    }

    private Diagnoser(
            Diagnosis.ReleaseName release, Knowledge knowledge, RuleBase rules, LearnedPriors priors, Reading reading) {
        this.release = release;
        this.knowledge = knowledge;
        this.rules = rules;
        this.priors = priors;
        this.reading = reading;
        this.missing = new MissingEvidence(knowledge.symptoms(), reading);
        fields.put(priors.shared(), new Field(knowledge.causes(), priors.shared()));
        priors.segments().values().forEach(one -> fields.put(one, new Field(knowledge.causes(), one)));
    }

    /** The same release with other priors. */
    public Diagnoser with(LearnedPriors others) {
        return new Diagnoser(release, knowledge, rules, others, reading);
    }

    /** Ranks causes and nothing more: for cases, replays and statistics. */
    public Ranking rank(List<Symptom> symptoms) {
        Conclusions conclusions = rules.open(symptoms).conclusions();
        return rank(conclusions, priors.of(Segment.of(joined(symptoms, conclusions))));
    }

    public Diagnosis diagnose(Report report) {
        return diagnose(report, conclusions -> {});
    }

    /** @param witness is told what the rules concluded, all of it */
    public Diagnosis diagnose(Report report, Consumer<Conclusions> witness) {
        Set<Symptom> reported = new LinkedHashSet<>();
        report.observations().forEach(observation -> reported.add(observation.symptom()));
        Inference inference = rules.open(reported);
        Conclusions conclusions = inference.conclusions();
        witness.accept(conclusions);
        List<Symptom> all = joined(reported, conclusions);
        Priors expected = priors.of(Segment.of(all));
        return answer(report, all, inference, conclusions, expected, rank(conclusions, expected));
    }

    private Ranking rank(Conclusions conclusions, Priors expected) {
        return fields.get(expected).rank(conclusions.evidence());
    }

    private static List<Symptom> joined(Collection<Symptom> reported, Conclusions conclusions) {
        List<Symptom> all = new ArrayList<>(reported);
        conclusions.derived().forEach(derivation -> all.add(derivation.symptom()));
        return all;
    }

    private Diagnosis answer(
            Report report,
            List<Symptom> all,
            Inference inference,
            Conclusions conclusions,
            Priors expected,
            Ranking ranking) {
        Pointers pointers = Pointers.of(report.observations(), conclusions.derived());
        KnownSymptoms known = new KnownSymptoms(knowledge.symptoms(), all);
        Optional<Plan> plan = report.include().contains(Report.Part.PLAN)
                ? Optional.of(new Planner(knowledge.fixes(), expected, conclusions.advice())
                        .plan(ranking, report.maxRisk(), Planner.role(all)))
                : Optional.empty();
        boolean determined = Status.determines(ranking);
        boolean asks = report.include().contains(Report.Part.QUESTIONS);
        List<Question> questions = asks && !determined
                ? new Interviewer(knowledge.symptoms(), reading).questions(ranking, inference.suppositions(), known)
                : List.of();
        Explainer explainer = new Explainer(
                knowledge, pointers, missing, known, report.include().contains(Report.Part.EVIDENCE), plan);
        List<Diagnosis.RankedCause> causes = ranking.scores().stream()
                .limit(report.limit())
                .map(explainer::cause)
                .toList();
        return new Diagnosis(
                report.id(),
                release,
                priors.id(),
                status(ranking, determined, asks && questions.isEmpty()),
                pointers.symptoms(),
                causes,
                ranking.scores().stream()
                        .skip(report.limit())
                        .mapToDouble(Score::probability)
                        .sum(),
                ranking.other(),
                together(ranking, conclusions.evidence(), pointers),
                plan,
                questions,
                interview(determined, asks, questions),
                warnings(report, conclusions, pointers));
    }

    private static Status status(Ranking ranking, boolean determined, boolean exhausted) {
        if (determined) {
            return Status.DETERMINED;
        }
        return Status.isGrounded(ranking) && !exhausted ? Status.NEEDS_MORE : Status.UNDETERMINED;
    }

    private static Diagnosis.Interview interview(boolean determined, boolean asks, List<Question> questions) {
        if (determined) {
            return new Diagnosis.Interview(true, Diagnosis.Interview.Reason.DETERMINED);
        }
        if (!asks) {
            return new Diagnosis.Interview(false, Diagnosis.Interview.Reason.NOT_ASKED_FOR);
        }
        return questions.isEmpty()
                ? new Diagnosis.Interview(true, Diagnosis.Interview.Reason.NO_QUESTION_HELPS)
                : new Diagnosis.Interview(false, Diagnosis.Interview.Reason.GOES_ON);
    }

    /**
     * A second cause with strong evidence on symptoms that the first one does not explain. Strong is at least
     * {@link #STRONG} decibans in sum, and nothing may rule the second cause out.
     */
    private static Optional<Diagnosis.Together> together(Ranking ranking, List<Evidence> evidence, Pointers pointers) {
        if (ranking.scores().isEmpty() || ranking.scores().get(0).supporting().isEmpty()) {
            return Optional.empty();
        }
        Score first = ranking.scores().get(0);
        Set<Symptom> explained = new LinkedHashSet<>();
        for (Evidence item : evidence) {
            if (item.decibans() > 0 && item.cause().equals(first.cause().id())) {
                explained.addAll(item.symptoms());
            }
        }
        for (Score second : ranking.scores().subList(1, ranking.scores().size())) {
            if (sum(second.supporting()) < STRONG) {
                continue;
            }
            List<Evidence> apart = second.supporting().stream()
                    .filter(item -> item.symptoms().stream().noneMatch(explained::contains))
                    .toList();
            boolean possible = second.opposing().stream().noneMatch(item -> item.decibans() <= -15);
            if (sum(apart) >= STRONG && possible) {
                return Optional.of(new Diagnosis.Together(
                        List.of(first.cause().id(), second.cause().id()),
                        apart.stream()
                                .flatMap(item -> pointers.of(item.symptoms()).stream())
                                .distinct()
                                .toList(),
                        "“" + first.cause().title() + "” does not explain that "
                                + apart.get(0).reason() + "; “" + second.cause().title() + "” does."));
            }
        }
        return Optional.empty();
    }

    private static final int STRONG = 15;

    private static int sum(List<Evidence> evidence) {
        int decibans = 0;
        for (Evidence item : evidence) {
            decibans += item.decibans();
        }
        return decibans;
    }

    private static List<Diagnosis.Notice> warnings(Report report, Conclusions conclusions, Pointers pointers) {
        List<Diagnosis.Notice> notices = new ArrayList<>(report.notices());
        conclusions
                .warnings()
                .forEach(warning -> notices.add(
                        new Diagnosis.Notice(warning.kind(), warning.message(), pointers.of(warning.symptoms()))));
        return notices;
    }
}
