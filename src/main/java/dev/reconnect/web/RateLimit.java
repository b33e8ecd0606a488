package dev.reconnect.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many calls a minute for each caller; unused ones do not add up beyond a minute's worth. */
final class RateLimit {

    private static final double NANOS_A_MINUTE = 60e9;
    private static final int MOST_CALLERS = 10_000;

    private record Bucket(double calls, long at) {}

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>();

    RateLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /** @param now in nanoseconds, of a clock that only goes forward */
    synchronized boolean allows(String caller, long now) {
        Bucket last = buckets.remove(caller);
        double calls = last == null
                ? perMinute
                : Math.min(perMinute, last.calls() + (now - last.at()) / NANOS_A_MINUTE * perMinute);
        boolean allowed = calls >= 1;
        buckets.put(caller, new Bucket(allowed ? calls - 1 : calls, now));
        if (buckets.size() > MOST_CALLERS) {
            Iterator<String> oldest = buckets.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return allowed;
    }
}
