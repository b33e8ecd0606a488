package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Rule.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;

/** A set of rules, ready to be applied to symptoms. Immutable, and safe to use from many threads at once. */
public final class RuleBase {

    /** No release needs more; a set that grows past it was generated, not written. */
    public static final int MOST_RULES = 20_000;

    private final List<Rule> rules;
    private final EngineSessions sessions;
    private final RuleNetwork network;

    private RuleBase(List<Rule> rules, EngineSessions sessions, RuleNetwork network) {
        this.rules = rules;
        this.sessions = sessions;
        this.network = network;
    }

    /**
     * Builds the network of these rules; 1,000 take about 0.2 s.
     *
     * @throws IllegalArgumentException if two rules have the same name, or there are too many
     */
    public static RuleBase of(List<Rule> rules) {
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException("at most " + MOST_RULES + " rules but got " + rules.size());
        }
        Set<String> names = new HashSet<>();
        Map<List<Condition>, List<Rule>> alike = new LinkedHashMap<>();
        for (Rule rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException("two rules are named " + rule.name());
            }
            alike.computeIfAbsent(conditions(rule), key -> new ArrayList<>()).add(rule);
        }
        Layers layers = new Layers(rules);
        SayingOrder order = new SayingOrder(rules);
        ModelImpl model = new ModelImpl();
        model.addGlobal(RuleModel.NOTES);
        for (List<Rule> group : alike.values()) {
            model.addRule(RuleModel.of(group, layers.of(group.get(0)), order));
        }
        return new RuleBase(
                List.copyOf(rules),
                new EngineSessions(KieBaseBuilder.createKieBaseFromModel(model), Inference.MOST_FIRINGS),
                new RuleNetwork(rules, layers));
    }

    /** The conditions without what makes no difference to when they hold. */
    private static List<Condition> conditions(Rule rule) {
        return rule.conditions().stream()
                .map(condition -> new Condition(condition.negated(), "", condition.symptom(), condition.tests(), 0))
                .toList();
    }

    public List<Rule> rules() {
        return rules;
    }

    /**
     * Applies the rules to what was reported. The session is one that Drools calls thread-safe, its default: with
     * {@code ThreadSafeOption.NO} sessions of one base share the arguments of their conclusions, and mix up requests.
     *
     * @throws FiringLimitReached if the rules do not come to an end
     * @throws IllegalArgumentException if there are more symptoms than {@link Inference#MOST_SYMPTOMS}
     */
    public Inference open(Collection<Symptom> symptoms) {
        return new Inference(sessions, network, symptoms);
    }
}
