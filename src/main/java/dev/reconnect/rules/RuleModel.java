package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Derives;
import dev.reconnect.rules.Rule.NumberTest;
import dev.reconnect.rules.Rule.Test;
import dev.reconnect.rules.Rule.ValueTest;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.consequences.ConsequenceImpl;

/**
 * Rules of the same conditions as one of Drools' canonical model, which its engine builds a network from. No text is
 * generated and nothing is compiled: tests and conclusions are the few closures below, whatever an author writes.
 *
 * <p>Drools shares the nodes of tests whose expression ids are equal, and looks tests up by hash where they are indexed.
 * Both together keep a diagnosis as fast with 10,000 rules as with 100. What it does not share is a rule's way through its
 * agenda, about 1 µs: one code speaks for and against ten causes, so the shipped rules fire 37 times for a case, but 9
 * times when those that hold together fire together.
 *
 * <p>What an author writes as {@code insertLogical} is not retracted here, because it never has to be: rules are applied
 * layer by layer, so what a rule read is final before it fires.
 */
final class RuleModel {

    /** What the rules of a session write to; see {@link Notes}. */
    static final Global<Notes> NOTES = DSL.globalOf(Notes.class, "rules", "notes");

    private static final int ID_INDEX = 0;
    private static final int VALUE_INDEX = 1;

    private RuleModel() {}

    /**
     * @param alike rules that differ in nothing but their names, their bindings and what they conclude; at least one
     * @param layer rules of a lower one are applied first; see {@link Layers}
     */
    static org.drools.model.Rule of(List<Rule> alike, int layer, SayingOrder order) {
        Rule first = alike.get(0);
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        List<Variable<?>> variables = new ArrayList<>();
        for (Condition condition : first.conditions()) {
            Variable<Symptom> variable = DSL.declarationOf(Symptom.class, "$" + items.size());
            PatternDef<Symptom> pattern = pattern(variable, condition);
            items.add(condition.negated() ? DSL.not(pattern) : pattern);
            if (!condition.negated()) {
                variables.add(variable);
            }
        }
        variables.add(NOTES);
        items.add(() -> consequence(alike, variables, order));
        return PatternDSL.rule("rules", first.name())
                .attribute(org.drools.model.Rule.Attribute.SALIENCE, -layer)
                .build(items.toArray(RuleItemBuilder[]::new));
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

    private static org.drools.model.Consequence consequence(
            List<Rule> alike, List<Variable<?>> variables, SayingOrder order) {
        boolean derives =
                alike.stream().flatMap(rule -> rule.conclusions().stream()).anyMatch(Derives.class::isInstance);
        Sayings sayings = Sayings.of(alike, derives ? 1 : 0, order);
        return new ConsequenceImpl(sayings, variables.toArray(Variable[]::new), derives, false, "java");
    }
}
