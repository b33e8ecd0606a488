package dev.reconnect.rules;

import dev.reconnect.fact.Strength;
import dev.reconnect.fact.Symptom;
import java.util.List;
import java.util.Objects;

/**
 * A rule as it was read: what the gate checked, what the rule base is built from, and what explanations look into.
 *
 * @param name        {@code <file name without ending>/<condition>}, unique in a release
 * @param file        path of the DRL file
 * @param line        1-based line of the word {@code rule}
 * @param conditions  what must hold, all of it; the first is never negated
 * @param conclusions what follows, at least one
 */
public record Rule(String name, String file, int line, List<Condition> conditions, List<Consequence> conclusions) {

    public Rule {
        Objects.requireNonNull(name, "Name");
        Objects.requireNonNull(file, "file");
        conditions = List.copyOf(conditions);
        conclusions = List.copyOf(conclusions);
    }

    /**
     * One pattern: a symptom that is there, or with {@code not} one that is not.
     *
     * @param binding the variable, such as {@code $seen}; empty when it has none
     * @param symptom the id that it asks for
     * @param tests   what is asked of value or number, in the order written
     */
    public record Condition(boolean negated, String binding, String symptom, List<Test> tests, int line) {

        public Condition {
            Objects.requireNonNull(binding, "binding");
            Objects.requireNonNull(symptom, "symptom");
            tests = List.copyOf(tests);
        }

        /** Whether the symptom is what it asks for; when negated, what must not be there. */
        public boolean matches(Symptom candidate) {
            if (!symptom.equals(candidate.id())) {
                return false;
            }
            for (Test test : tests) {
                if (!test.holds(candidate)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One comparison with a literal. */
    public sealed interface Test permits ValueTest, NumberTest {

        boolean holds(Symptom symptom);
    }

    /** {@code value == "x"}, or {@code value != "x"} where {@code equal} is false. */
    public record ValueTest(boolean equal, String value) implements Test {

        @Override
        public boolean holds(Symptom symptom) {
            return equal == value.equals(symptom.value());
        }
    }

    /** {@code number > 5}. */
    public record NumberTest(Comparison comparison, double number) implements Test {

        @Override
        public boolean holds(Symptom symptom) {
            return comparison.holds(symptom.number(), number);
        }
    }

    public enum Comparison {
        EQUAL("=="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        public boolean holds(double left, double right) {
            return switch (this) {
                case EQUAL -> left == right;
                case LESS -> left < right;
                case LESS_OR_EQUAL -> left <= right;
                case GREATER -> left > right;
                case GREATER_OR_EQUAL -> left >= right;
            };
        }
    }

    /** What one {@code insertLogical} says. */
    public sealed interface Consequence permits Concludes, Derives, Advises, Warns {

        /** The bindings that it rests on, at least one. */
        List<String> on();
    }

    public record Concludes(Strength strength, String cause, String group, String reason, List<String> on)
            implements Consequence {}

    public record Derives(String symptom, String value, List<String> on) implements Consequence {}

    public record Advises(boolean suitable, String fix, String reason, List<String> on) implements Consequence {}

    public record Warns(String kind, String message, List<String> on) implements Consequence {}
}
