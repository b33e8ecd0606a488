package dev.reconnect.web;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/** The names of diagnoses. */
final class CaseId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private CaseId() {}

    /** A new id, not to be guessed; ids made later are greater, which keeps the index of the store small and warm. */
    static UUID fresh() {
        long time = System.currentTimeMillis();
        long high = time << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** The id that belongs to a caller's idempotency key: the same key finds the same diagnosis. */
    static UUID of(String idempotencyKey) {
        return UUID.nameUUIDFromBytes(("reconnect diagnosis " + idempotencyKey).getBytes(StandardCharsets.UTF_8));
    }
}
