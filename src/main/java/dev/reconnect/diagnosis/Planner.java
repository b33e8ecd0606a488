package dev.reconnect.diagnosis;

import dev.reconnect.fact.Advice;
import dev.reconnect.fact.Strength;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Cause;
import dev.reconnect.knowledge.Fix;
import dev.reconnect.knowledge.Privilege;
import dev.reconnect.knowledge.Risk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Chooses the fixes that are worth trying, puts them in order, and sets checks before what could do harm. */
final class Planner {

    /** A cause below this probability is not worth a step of its own. */
    private static final double WORTH_A_STEP = 0.05;

    private final Map<String, Fix> fixes;
    private final Priors priors;
    private final List<Advice> advice;

    Planner(Map<String, Fix> fixes, Priors priors, List<Advice> advice) {
        this.fixes = fixes;
        this.priors = priors;
        this.advice = advice;
    }

    /**
     * @param maxRisk fixes above this risk are left out
     * @param role    who asks; others have to be handed the case
     */
    Plan plan(Ranking ranking, Risk maxRisk, Privilege role) {
        List<Score> probable = ranking.scores().stream()
                .filter(score -> score.probability() >= WORTH_A_STEP)
                .toList();
        List<Fix> chosen = choose(probable, maxRisk);
        double[] causes = probable.stream().mapToDouble(Score::probability).toArray();
        double rest = Math.max(0, 1 - Arrays.stream(causes).sum());
        List<Sequence.Item> items = items(chosen, probable);
        Sequence.Optimum optimum = Sequence.best(items, causes, rest, role);
        List<Plan.Step> steps = new ArrayList<>();
        Set<String> checked = new TreeSet<>();
        double[] left = causes.clone();
        List<Double> costs = new ArrayList<>();
        List<Double> unsolved = new ArrayList<>();
        Privilege last = role;
        for (int index : optimum.order()) {
            Fix fix = chosen.get(index);
            double before = rest + Arrays.stream(left).sum();
            double helps = 0;
            for (int cause = 0; cause < left.length; cause++) {
                double resolved = left[cause] * (1 - items.get(index).fails()[cause]);
                helps += resolved;
                left[cause] -= resolved;
            }
            List<Score> about = about(fix, probable);
            check(fix, about, maxRisk, role, checked).ifPresent(check -> {
                steps.add(check);
                costs.add(check.minutes());
                unsolved.add(before);
            });
            steps.add(step(fix, about, before == 0 ? 0 : helps / before, !isConfirmed(about.get(0))));
            costs.add(items.get(index).cost() + Costs.handOver(last, fix.privilege()));
            unsolved.add(before);
            last = fix.privilege();
        }
        double end = rest + Arrays.stream(left).sum();
        return stop(steps, costs, unsolved, end);
    }

    /** Where to stop: the number of steps with the least expected cost when handing on costs {@link Costs#ESCALATION}. */
    private static Plan stop(List<Plan.Step> steps, List<Double> costs, List<Double> unsolved, double end) {
        double spent = 0;
        double least = (unsolved.isEmpty() ? end : unsolved.get(0)) * Costs.ESCALATION;
        int stop = 0;
        for (int i = 0; i < costs.size(); i++) {
            spent += unsolved.get(i) * costs.get(i);
            double after = i + 1 < unsolved.size() ? unsolved.get(i + 1) : end;
            if (spent + after * Costs.ESCALATION <= least) {
                least = spent + after * Costs.ESCALATION;
                stop = i + 1;
            }
        }
        return new Plan(steps, least, stop);
    }

    /** The fixes with the most probability for their cost, at most as many as can be put in order exactly. */
    private List<Fix> choose(List<Score> probable, Risk maxRisk) {
        Map<String, Double> gains = new TreeMap<>();
        for (Score score : probable) {
            for (Cause.FixUse use : score.cause().fixes()) {
                gains.merge(
                        use.fix(),
                        score.probability() * priors.helps(score.cause().id(), use.fix()),
                        Double::sum);
            }
        }
        Set<String> excluded = advised(false);
        Set<String> preferred = advised(true);
        return gains.entrySet().stream()
                .filter(entry -> fixes.containsKey(entry.getKey()))
                .filter(entry -> !excluded.contains(entry.getKey()))
                .filter(entry -> fixes.get(entry.getKey()).risk().compareTo(maxRisk) <= 0)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> entry) ->
                                -entry.getValue() * (preferred.contains(entry.getKey()) ? 2 : 1) / cost(entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .limit(Sequence.EXACT)
                .map(entry -> fixes.get(entry.getKey()))
                .toList();
    }

    private Set<String> advised(boolean suitable) {
        return advice.stream()
                .filter(item -> item.suitable() == suitable)
                .map(Advice::fix)
                .collect(Collectors.toSet());
    }

    private double cost(String fix) {
        return minutes(fixes.get(fix)) + Costs.premium(fixes.get(fix));
    }

    private double minutes(Fix fix) {
        return priors.minutes().getOrDefault(fix.id(), (double) fix.minutes());
    }

    private List<Sequence.Item> items(List<Fix> chosen, List<Score> probable) {
        Set<String> preferred = advised(true);
        List<Sequence.Item> items = new ArrayList<>();
        for (Fix fix : chosen) {
            double[] fails = probable.stream()
                    .mapToDouble(score -> 1 - priors.helps(score.cause().id(), fix.id()))
                    .toArray();
            items.add(new Sequence.Item(
                    cost(fix.id()), fix.privilege(), fails, before(fix, chosen, probable, preferred)));
        }
        return items;
    }

    /** A fix that weakens security comes after every fix of the same cause that does not; a preferred variant comes first. */
    private int before(Fix fix, List<Fix> chosen, List<Score> probable, Set<String> preferred) {
        int before = 0;
        for (int i = 0; i < chosen.size(); i++) {
            Fix other = chosen.get(i);
            if (other.id().equals(fix.id())) {
                continue;
            }
            boolean safer = fix.weakens() && !other.weakens() && shareCause(fix, other, probable);
            boolean named = other.id().equals(fix.saferFirst()) && !fix.id().equals(other.saferFirst());
            boolean better = preferred.contains(other.id())
                    && !preferred.contains(fix.id())
                    && !other.weakens()
                    && shareCause(fix, other, probable);
            if (safer
                    || named && !(other.weakens() && !fix.weakens())
                    || better && !fix.id().equals(other.saferFirst())) {
                before |= 1 << i;
            }
        }
        return before;
    }

    private boolean shareCause(Fix one, Fix other, List<Score> probable) {
        return probable.stream()
                .anyMatch(score -> priors.helps(score.cause().id(), one.id()) > 0
                        && priors.helps(score.cause().id(), other.id()) > 0);
    }

    private List<Score> about(Fix fix, List<Score> probable) {
        return probable.stream()
                .filter(score -> priors.helps(score.cause().id(), fix.id()) > 0)
                .toList();
    }

    /** The check of the most probable cause of a risky fix, unless it was confirmed or stands in the plan already. */
    private Optional<Plan.Step> check(Fix fix, List<Score> about, Risk maxRisk, Privilege role, Set<String> checked) {
        Score first = about.get(0);
        boolean risky = fix.risk().compareTo(Risk.MEDIUM) >= 0 || fix.weakens();
        if (!risky || isConfirmed(first) || !checked.add(first.cause().id())) {
            return Optional.empty();
        }
        return Optional.of(step(first.cause().check(), List.of(first), first.probability(), false));
    }

    private static boolean isConfirmed(Score score) {
        return score.supporting().stream().anyMatch(evidence -> evidence.strength() == Strength.CONFIRMS);
    }

    private Plan.Step step(Fix fix, List<Score> about, double helps, boolean unconfirmed) {
        String reason = advice.stream()
                .filter(item -> item.suitable() && item.fix().equals(fix.id()))
                .map(Advice::reason)
                .findFirst()
                .orElse("");
        return new Plan.Step(
                fix.id(),
                fix.kind(),
                fix.title(),
                about.stream().map(score -> score.cause().id()).toList(),
                fix.instructions(),
                fix.commands(),
                fix.where(),
                fix.privilege(),
                minutes(fix),
                fix.risk(),
                fix.weakens(),
                fix.warning(),
                fix.verify(),
                fix.undo(),
                helps,
                unconfirmed,
                reason);
    }

    /** The role that a symptom names as the caller's; a local administrator when nothing is said. */
    static Privilege role(Iterable<Symptom> symptoms) {
        for (Symptom symptom : symptoms) {
            if (symptom.id().equals("who.can-change")) {
                return switch (symptom.value()) {
                    case "user" -> Privilege.USER;
                    case "cloud-operator" -> Privilege.CLOUD_OPERATOR;
                    case "domain-admin" -> Privilege.DOMAIN_ADMIN;
                    case "pam-admin" -> Privilege.PAM_ADMIN;
                    default -> Privilege.LOCAL_ADMIN;
                };
            }
        }
        return Privilege.LOCAL_ADMIN;
    }
}
