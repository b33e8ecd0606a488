package dev.reconnect.rules;

import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.NumberTest;
import dev.reconnect.rules.Rule.Test;
import dev.reconnect.rules.Rule.ValueTest;
import java.math.BigDecimal;
import java.util.stream.Collectors;

/** A condition as a reader would say it: {@code host.certificate is expired}. */
final class ConditionText {

    private ConditionText() {}

    static String of(Condition condition) {
        String said = condition.tests().isEmpty()
                ? condition.symptom() + " is reported"
                : condition.symptom() + " is "
                        + condition.tests().stream().map(ConditionText::of).collect(Collectors.joining(" and "));
        return condition.negated() ? "nobody reported that " + said : said;
    }

    private static String of(Test test) {
        if (test instanceof ValueTest value) {
            return value.equal() ? value.value() : "something other than " + value.value();
        }
        NumberTest number = (NumberTest) test;
        String plain = BigDecimal.valueOf(number.number()).stripTrailingZeros().toPlainString();
        return switch (number.comparison()) {
            case EQUAL -> plain;
            case LESS -> "below " + plain;
            case LESS_OR_EQUAL -> "at most " + plain;
            case GREATER -> "above " + plain;
            case GREATER_OR_EQUAL -> "at least " + plain;
        };
    }
}
