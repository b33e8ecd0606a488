package dev.reconnect.bench;

import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.Rule.Concludes;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.ValueTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evrete.Configuration;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatefulSession;
import org.evrete.api.Type;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.RuleSetBuilder;

/**
 * The generated rules in Evrete, another rule engine for Java, set up in the fastest of thirteen ways that were tried:
 * conditions are closures over declared fields and shared between rules, one thread does it all, and one session serves
 * case after case. A new session for each case, or one closure for both fields, takes several times as long.
 */
final class EvreteRules implements AutoCloseable {

    private static final String FOUND = "found";

    private final Map<String, ValuesPredicate> shared = new HashMap<>();
    private final KnowledgeService service =
            new KnowledgeService(new Configuration().set("evrete.core.parallelism", "1"));
    private final StatefulSession session;

    EvreteRules(List<Rule> rules) {
        Knowledge empty = service.newKnowledge().configureTypes(types -> {
            Type<Symptom> type = types.getOrDeclare(Symptom.class);
            type.declareField("id", String.class, Symptom::id);
            type.declareField("value", String.class, Symptom::value);
        });
        RuleSetBuilder<Knowledge> builder = empty.builder();
        for (Rule rule : rules) {
            add(builder, rule);
        }
        this.session = builder.build().newStatefulSession();
    }

    private void add(RuleSetBuilder<Knowledge> builder, Rule rule) {
        Condition condition = rule.conditions().get(0);
        Concludes says = (Concludes) rule.conclusions().get(0);
        ValueTest test = (ValueTest) condition.tests().get(0);
        builder.newRule(rule.name())
                .forEach("$seen", Symptom.class)
                .where(equal("id", condition.symptom()), "$seen.id")
                .where(equal("value", test.value()), "$seen.value")
                .execute(context -> conclude(context, rule.name(), says));
    }

    private ValuesPredicate equal(String field, String literal) {
        return shared.computeIfAbsent(field + literal, key -> fields -> literal.equals(fields.get(0)));
    }

    private static void conclude(RhsContext context, String rule, Concludes says) {
        Symptom seen = context.get("$seen");
        List<Evidence> found = context.getRuntime().get(FOUND);
        found.add(new Evidence(rule, says.cause(), says.group(), says.strength(), says.reason(), List.of(seen)));
    }

    List<Evidence> conclude(List<Symptom> symptoms) {
        List<Evidence> found = new ArrayList<>();
        session.set(FOUND, found);
        session.insert(symptoms);
        session.fire();
        session.clear();
        return found;
    }

    @Override
    public void close() {
        session.close();
        service.shutdown();
    }
}
