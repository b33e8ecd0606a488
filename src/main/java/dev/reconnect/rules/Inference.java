package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules applied to the symptoms of one case.
 *
 * <p>Symptoms whose value is unknown are left out: to a rule they are as good as never reported, so that none can take
 * "nobody knows" for a no. Equal symptoms count once, be they reported or derived.
 */
public final class Inference {

    /** More were never seen, and the matches of rules over several values of one symptom multiply. */
    public static final int MOST_SYMPTOMS = 250;

    static final int MOST_FIRINGS = 10_000;

    private final EngineSessions sessions;
    private final RuleNetwork network;
    private final Set<Symptom> stated;
    private final Conclusions conclusions;

    Inference(EngineSessions sessions, RuleNetwork network, Collection<Symptom> symptoms) {
        this.sessions = sessions;
        this.network = network;
        this.stated = known(symptoms);
        this.conclusions = sessions.conclude(stated);
    }

    /** What follows from the symptoms that the rules were applied to. */
    public Conclusions conclusions() {
        return conclusions;
    }

    /**
     * What would follow if these symptoms were reported too.
     *
     * @throws FiringLimitReached if the rules do not come to an end
     */
    public Conclusions whatIf(Collection<Symptom> added) {
        List<Symptom> all = new ArrayList<>(stated);
        all.addAll(added);
        return sessions.conclude(known(all));
    }

    /** The same case, to ask of it what many symptoms would change. */
    public Suppositions suppositions() {
        return new Suppositions(network, stated, conclusions);
    }

    private static Set<Symptom> known(Collection<Symptom> symptoms) {
        Set<Symptom> known = new LinkedHashSet<>();
        for (Symptom symptom : symptoms) {
            if (!symptom.isUnknown()) {
                known.add(symptom);
            }
        }
        if (known.size() > MOST_SYMPTOMS) {
            throw new IllegalArgumentException("at most " + MOST_SYMPTOMS + " symptoms but got " + known.size());
        }
        return known;
    }
}
