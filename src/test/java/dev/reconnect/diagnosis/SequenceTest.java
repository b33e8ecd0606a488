package dev.reconnect.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.reconnect.knowledge.Privilege;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceTest {

    private static final double[] NO_CAUSE = {};

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsTheSameCostAsTryingAllOrders(int seed) {
        Random random = new Random(seed);
        int fixes = random.nextInt(Sequence.EXACT + 1);
        double[] causes = probabilities(random, 1 + random.nextInt(5));
        double other = 1 - Arrays.stream(causes).sum();
        List<Sequence.Item> items = new ArrayList<>();
        for (int i = 0; i < fixes; i++) {
            items.add(item(random, causes.length, i));
        }

        Sequence.Optimum found = Sequence.best(items, causes, other, Privilege.USER);

        double least = cheapest(items, causes, other, new ArrayList<>());
        assertThat(found.cost()).isCloseTo(least, within(1e-9));
        assertThat(cost(
                        items,
                        causes,
                        other,
                        Arrays.stream(found.order()).boxed().toList()))
                .isCloseTo(least, within(1e-9));
    }

    @Test
    void keepsTheOrderThatIsDemanded() {
        Sequence.Item dear = new Sequence.Item(50, Privilege.USER, new double[] {0.5}, 0);
        Sequence.Item cheapButLast = new Sequence.Item(1, Privilege.USER, new double[] {0.1}, 1);

        Sequence.Optimum found = Sequence.best(List.of(dear, cheapButLast), new double[] {0.9}, 0.1, Privilege.USER);

        assertThat(found.order()).containsExactly(0, 1);
    }

    @Test
    void chargesTheHandOverOnlyWhenTheRoleChanges() {
        Sequence.Item admin = new Sequence.Item(1, Privilege.DOMAIN_ADMIN, new double[] {0.5}, 0);

        assertThat(Sequence.best(List.of(admin), new double[] {1}, 0, Privilege.DOMAIN_ADMIN)
                        .cost())
                .isEqualTo(1);
        assertThat(Sequence.best(List.of(admin), new double[] {1}, 0, Privilege.USER)
                        .cost())
                .isEqualTo(1 + Costs.HAND_OVER);
    }

    @Test
    void refusesMoreFixesThanItCanPutInOrderExactly() {
        List<Sequence.Item> many = IntStream.range(0, Sequence.EXACT + 1)
                .mapToObj(i -> new Sequence.Item(1, Privilege.USER, NO_CAUSE, 0))
                .toList();

        assertThatThrownBy(() -> Sequence.best(many, NO_CAUSE, 1, Privilege.USER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] probabilities(Random random, int count) {
        double[] parts = random.doubles(count + 1, 0.01, 1).toArray();
        double sum = Arrays.stream(parts).sum();
        return Arrays.stream(parts).limit(count).map(part -> part / sum).toArray();
    }

    /** Fixes may only demand fixes of lower index before them, so an order always exists. */
    private static Sequence.Item item(Random random, int causes, int index) {
        double[] fails = random.doubles(causes, 0, 1).toArray();
        int before = random.nextInt(3) == 0 && index > 0 ? 1 << random.nextInt(index) : 0;
        Privilege privilege = Privilege.values()[random.nextInt(3)];
        return new Sequence.Item(1 + random.nextInt(60), privilege, fails, before);
    }

    private static double cheapest(List<Sequence.Item> items, double[] causes, double other, List<Integer> order) {
        if (order.size() == items.size()) {
            return cost(items, causes, other, order);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int next = 0; next < items.size(); next++) {
            int before = items.get(next).before();
            boolean ready = IntStream.range(0, items.size())
                    .filter(item -> (before >> item & 1) == 1)
                    .allMatch(order::contains);
            if (!order.contains(next) && ready) {
                List<Integer> longer = new ArrayList<>(order);
                longer.add(next);
                least = Math.min(least, cheapest(items, causes, other, longer));
            }
        }
        return least;
    }

    private static double cost(List<Sequence.Item> items, double[] causes, double other, List<Integer> order) {
        double[] left = causes.clone();
        Privilege role = Privilege.USER;
        double total = 0;
        for (int index : order) {
            Sequence.Item item = items.get(index);
            total += (other + Arrays.stream(left).sum()) * (item.cost() + Costs.handOver(role, item.privilege()));
            for (int cause = 0; cause < left.length; cause++) {
                left[cause] *= item.fails()[cause];
            }
            role = item.privilege();
        }
        return total;
    }
}
