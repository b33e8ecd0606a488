package dev.reconnect.diagnosis;

import dev.reconnect.knowledge.Privilege;
import java.util.Arrays;
import java.util.List;

/**
 * The order of fixes with the least expected cost: that of each fix, weighted with the probability that it comes to it.
 *
 * <p>Up to {@link #EXACT} fixes the order is the optimum over all permitted orders, found by dynamic programming over the
 * subsets that are already done and the fix done last (hand-overs make the last one matter).
 *
 * @see "D. Heckerman, J. Breese, K. Rommelse, Decision-theoretic troubleshooting, 1995"
 */
final class Sequence {

    /** More fixes than that are not planned: 2^7 subsets keep a plan in the tens of microseconds. */
    static final int EXACT = 7;

    /**
     * One fix to put in order.
     *
     * @param cost   minutes and premium, without hand-over
     * @param fails  per cause the probability that the failure outlasts the fix
     * @param before bit set of the fixes that must come before it
     */
    record Item(double cost, Privilege privilege, double[] fails, int before) {}

    /**
     * @param order indexes of the items
     * @param cost  expected minutes until solved, or until the last fix has failed
     */
    record Optimum(int[] order, double cost) {}

    private Sequence() {}

    /**
     * @param items at most {@link #EXACT}
     * @param causes the probability of each cause, as in {@link Item#fails}
     * @param other  the probability of what no fix resolves
     * @param role   who starts
     */
    static Optimum best(List<Item> items, double[] causes, double other, Privilege role) {
        int count = items.size();
        if (count > EXACT) {
            throw new IllegalArgumentException(
                    "at most " + EXACT + " fixes can be put in order but there are " + count);
        }
        double[] unsolved = unsolved(items, causes, other);
        int sets = 1 << count;
        double[][] cost = new double[sets][count];
        int[][] previous = new int[sets][count];
        for (double[] row : cost) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        for (int set = 0; set < sets; set++) {
            for (int next = 0; next < count; next++) {
                Item item = items.get(next);
                if ((set >> next & 1) == 1 || (item.before() & ~set) != 0) {
                    continue;
                }
                int reached = set | 1 << next;
                if (set == 0) {
                    cost[reached][next] = item.cost() + Costs.handOver(role, item.privilege());
                    previous[reached][next] = -1;
                    continue;
                }
                for (int last = 0; last < count; last++) {
                    if (cost[set][last] == Double.POSITIVE_INFINITY) {
                        continue;
                    }
                    double step = item.cost() + Costs.handOver(items.get(last).privilege(), item.privilege());
                    double total = cost[set][last] + unsolved[set] * step;
                    if (total < cost[reached][next]) {
                        cost[reached][next] = total;
                        previous[reached][next] = last;
                    }
                }
            }
        }
        return trace(cost, previous, sets - 1);
    }

    /** The probability that the failure is still there after all fixes of a set. */
    static double[] unsolved(List<Item> items, double[] causes, double other) {
        double[] unsolved = new double[1 << items.size()];
        double[] left = new double[causes.length];
        for (int set = 0; set < unsolved.length; set++) {
            System.arraycopy(causes, 0, left, 0, causes.length);
            for (int item = 0; item < items.size(); item++) {
                if ((set >> item & 1) == 1) {
                    for (int cause = 0; cause < left.length; cause++) {
                        left[cause] *= items.get(item).fails()[cause];
                    }
                }
            }
            unsolved[set] = other + Arrays.stream(left).sum();
        }
        return unsolved;
    }

    private static Optimum trace(double[][] cost, int[][] previous, int all) {
        int count = cost[0].length;
        if (count == 0) {
            return new Optimum(new int[0], 0);
        }
        int last = 0;
        for (int item = 1; item < count; item++) {
            if (cost[all][item] < cost[all][last]) {
                last = item;
            }
        }
        double total = cost[all][last];
        int[] order = new int[count];
        int set = all;
        for (int place = count - 1; place >= 0; place--) {
            order[place] = last;
            int before = previous[set][last];
            set &= ~(1 << last);
            last = before;
        }
        return new Optimum(order, total);
    }
}
