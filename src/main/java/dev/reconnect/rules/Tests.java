package dev.reconnect.rules;

import dev.reconnect.rules.Rule.NumberTest;
import dev.reconnect.rules.Rule.Test;
import dev.reconnect.rules.Rule.ValueTest;
import java.util.List;
import java.util.stream.Stream;

/** What follows from the tests of a condition, for any symptom that could be reported. */
final class Tests {

    /** Numbers between and around the literals of some tests stand for all numbers that the tests tell apart. */
    private static final double STEP = 1e-7;

    private Tests() {}

    /** Whether one value or number can pass all of them. */
    static boolean canHold(List<Test> tests) {
        List<ValueTest> values = of(tests, ValueTest.class);
        boolean valuesFit = values.stream().filter(ValueTest::equal).allMatch(wanted -> values.stream()
                .allMatch(test -> holds(test, wanted.value())));
        List<NumberTest> numbers = of(tests, NumberTest.class);
        boolean numbersFit = numbers.isEmpty()
                || candidates(numbers).anyMatch(number -> numbers.stream().allMatch(test -> holds(test, number)));
        return valuesFit && numbersFit;
    }

    /** Whether whatever passes the first tests passes the second ones too. */
    static boolean imply(List<Test> first, List<Test> second) {
        return second.stream().allMatch(test -> implies(first, test));
    }

    private static boolean implies(List<Test> first, Test test) {
        if (first.contains(test)) {
            return true;
        }
        if (test instanceof ValueTest value) {
            return of(first, ValueTest.class).stream().anyMatch(known -> known.equal() && holds(value, known.value()));
        }
        NumberTest number = (NumberTest) test;
        List<NumberTest> known = of(first, NumberTest.class);
        return !known.isEmpty()
                && candidates(Stream.concat(known.stream(), Stream.of(number)).toList())
                        .filter(candidate -> known.stream().allMatch(each -> holds(each, candidate)))
                        .allMatch(candidate -> holds(number, candidate));
    }

    private static boolean holds(ValueTest test, String value) {
        return test.equal() == test.value().equals(value);
    }

    private static boolean holds(NumberTest test, double number) {
        return test.comparison().holds(number, test.number());
    }

    private static Stream<Double> candidates(List<NumberTest> tests) {
        return tests.stream().flatMap(test -> Stream.of(test.number() - STEP, test.number(), test.number() + STEP));
    }

    private static <T extends Test> List<T> of(List<Test> tests, Class<T> kind) {
        return tests.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
