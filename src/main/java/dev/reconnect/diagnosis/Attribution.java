package dev.reconnect.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds out what an outcome teaches. A confirmed cause is the cause. Otherwise the causes share the case by Bayes' rule:
 * the probability that the diagnosis gave them, times how often the fix that worked resolves them, times how often those
 * that did not help fail to. Cases that stayed unsolved count as well: were only solved ones counted, causes whose fixes
 * are tried first would seem to become ever more common.
 */
public final class Attribution {

    private final Priors authored;

    /** @param authored the authors' words on how often fixes help: not what was learned, which would feed on itself */
    public Attribution(Priors authored) {
        this.authored = authored;
    }

    /**
     * @param posterior what the diagnosis said, by cause, {@link Lesson#OTHER} among them; sums to at most 1
     * @param client    who reported it
     */
    public Lesson lesson(long day, String client, String segment, Map<String, Double> posterior, Outcome outcome) {
        Map<String, Double> shares = shares(posterior, outcome);
        boolean telling = outcome.tells();
        Map<String, Long> causes = new TreeMap<>();
        List<Lesson.Trial> trials = new ArrayList<>();
        shares.forEach((cause, share) -> {
            long part = Math.round(share * Lesson.WHOLE);
            if (part > 0 && telling) {
                causes.put(cause, part);
            }
        });
        for (Outcome.Tried tried : outcome.tried()) {
            shares.forEach((cause, share) -> {
                long part = Math.round(share * Lesson.WHOLE);
                if (part > 0 && tried.result() != Outcome.Result.SKIPPED && authored.helps(cause, tried.fix()) > 0) {
                    trials.add(new Lesson.Trial(
                            cause,
                            tried.fix(),
                            part,
                            tried.result() == Outcome.Result.WORKED,
                            tried.minutes().orElse(0.0)));
                }
            });
        }
        return new Lesson(day, client, segment, causes, trials);
    }

    /** How far each cause was the true one, as far as the outcome tells; sums to 1, or is empty when nothing is left. */
    private Map<String, Double> shares(Map<String, Double> posterior, Outcome outcome) {
        if (outcome.confirmed().isPresent()) {
            return Map.of(outcome.confirmed().get(), 1.0);
        }
        Map<String, Double> shares = new TreeMap<>(posterior);
        shares.keySet().removeAll(outcome.excluded());
        shares.replaceAll((cause, probability) -> probability * likelihood(cause, outcome));
        double sum = 0;
        for (double share : shares.values()) {
            sum += share;
        }
        double whole = sum;
        shares.replaceAll((cause, share) -> whole == 0 ? 0 : share / whole);
        return shares;
    }

    private double likelihood(String cause, Outcome outcome) {
        double likelihood = 1;
        for (Outcome.Tried tried : outcome.tried()) {
            double helps = authored.helps(cause, tried.fix());
            likelihood *= switch (tried.result()) {
                case WORKED -> helps;
                case DID_NOT_HELP, RECURRED -> 1 - helps;
                case SKIPPED -> 1;
            };
        }
        return likelihood;
    }
}
