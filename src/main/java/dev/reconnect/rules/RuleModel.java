package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Derives;
import dev.reconnect.rules.Rule.NumberTest;
import dev.reconnect.rules.Rule.Test;
import dev.reconnect.rules.Rule.ValueTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.consequences.ConsequenceImpl;
import org.drools.model.functions.BlockN;

/**
 * One rule as Drools' canonical model, which its engine builds a network from. No text is generated and nothing is
 * compiled: tests and conclusions are the few closures below, whatever an author writes.
 *
 * <p>Drools shares the nodes of tests whose expression ids are equal, and looks tests up by hash where they are indexed.
 * Both together keep a diagnosis as fast with 10,000 rules as with 100.
 *
 * <p>What an author writes as {@code insertLogical} is not retracted here, because it never has to be: rules are applied
 * layer by layer, so what a rule read is final before it fires.
 */
final class RuleModel {

    /** What the rules of a session write to; see {@link Notes}. */
    static final Global<Notes> NOTES = DSL.globalOf(Notes.class, "rules", "notes");

    private static final int ID_INDEX = 0;
    private static final int VALUE_INDEX = 1;

    private final Rule rule;
    private final Map<String, Variable<Symptom>> bound = new LinkedHashMap<>();

    private RuleModel(Rule rule) {
        this.rule = rule;
    }

    /** @param layer rules of a lower one are applied first; see {@link Layers} */
    static org.drools.model.Rule of(Rule rule, int layer) {
        return new RuleModel(rule).build(layer);
    }

    private org.drools.model.Rule build(int layer) {
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        for (int i = 0; i < rule.conditions().size(); i++) {
            items.add(condition(rule.conditions().get(i), i));
        }
        items.add(this::consequence);
        return PatternDSL.rule("rules", rule.name())
                .attribute(org.drools.model.Rule.Attribute.SALIENCE, -layer)
                .build(items.toArray(RuleItemBuilder[]::new));
    }

    private RuleItemBuilder<?> condition(Condition condition, int position) {
        String name = condition.binding().isEmpty() ? "$_" + position : condition.binding();
        Variable<Symptom> variable = DSL.declarationOf(Symptom.class, name);
        if (!condition.binding().isEmpty()) {
            bound.put(condition.binding(), variable);
        }
        PatternDef<Symptom> pattern = pattern(variable, condition);
        return condition.negated() ? DSL.not(pattern) : pattern;
    }

    private static PatternDef<Symptom> pattern(Variable<Symptom> variable, Condition condition) {
        String id = condition.symptom();
        PatternDef<Symptom> pattern = PatternDSL.pattern(variable)
                .expr(
                        "id == " + id,
                        symptom -> symptom.id().equals(id),
                        PatternDSL.alphaIndexedBy(String.class, ConstraintType.EQUAL, ID_INDEX, Symptom::id, id));
        for (Test test : condition.tests()) {
            addTest(pattern, test);
        }
        return pattern;
    }

    private static void addTest(PatternDef<Symptom> pattern, Test test) {
        if (test instanceof NumberTest number) {
            pattern.expr("number " + number.comparison().sign() + " " + number.number(), symptom -> number.comparison()
                    .holds(symptom.number(), number.number()));
        } else if (test instanceof ValueTest equal && equal.equal()) {
            String value = equal.value();
            pattern.expr(
                    "value == " + value,
                    symptom -> symptom.value().equals(value),
                    PatternDSL.alphaIndexedBy(String.class, ConstraintType.EQUAL, VALUE_INDEX, Symptom::value, value));
        } else if (test instanceof ValueTest unequal) {
            String value = unequal.value();
            pattern.expr("value != " + value, symptom -> !symptom.value().equals(value));
        }
    }

    private org.drools.model.Consequence consequence() {
        List<String> names = List.copyOf(bound.keySet());
        boolean derives = rule.conclusions().stream().anyMatch(Derives.class::isInstance);
        List<Saying> sayings = rule.conclusions().stream()
                .map(consequence -> new Saying(rule.name(), consequence, names, derives ? 1 : 0))
                .toList();
        BlockN block = facts -> sayings.forEach(saying -> saying.say(facts));
        List<Variable<?>> variables = new ArrayList<>(bound.values());
        variables.add(NOTES);
        return new ConsequenceImpl(block, variables.toArray(Variable[]::new), derives, false, "java");
    }
}
