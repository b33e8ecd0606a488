package dev.reconnect.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void allowsAMinutesWorthAtOnceAndThenAsManyAsThatInAMinute() {
        RateLimit limit = new RateLimit(60);
        for (int i = 0; i < 60; i++) {
            assertThat(limit.allows("a", 0)).isTrue();
        }
        assertThat(limit.allows("a", 0)).isFalse();
        assertThat(limit.allows("b", 0)).isTrue();
        assertThat(limit.allows("a", TimeUnit.MILLISECONDS.toNanos(1_100))).isTrue();
        assertThat(limit.allows("a", TimeUnit.MILLISECONDS.toNanos(1_200))).isFalse();
    }
}
