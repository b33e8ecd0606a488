package dev.reconnect.web;

import dev.reconnect.diagnosis.Diagnosis;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The JSON of a diagnosis but for its id and whether it is stored, and what the store and the statistics want to know of
 * it.
 *
 * @param middle from behind the id to before the value of {@code stored}, which is the last of the fields
 * @param status as the word of the contract
 * @param first  id of the first cause, empty without one
 * @param counts what the statistics count when it is stored
 */
record PreparedAnswer(
        byte[] middle, String priors, String status, String first, double probability, List<Tallies.Counted> counts) {

    private static final byte[] STORED = "true}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOT_STORED = "false}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD = "{\"id\":\"".getBytes(StandardCharsets.US_ASCII);

    /**
     * @param json the diagnosis as an answer that is stored
     * @throws IllegalStateException if the id is not its first field, or stored not its last
     */
    static PreparedAnswer of(Diagnosis diagnosis, byte[] json, List<Tallies.Counted> counts) {
        int behindId = HEAD.length + diagnosis.id().length();
        int end = json.length - STORED.length;
        if (!Arrays.equals(json, 0, HEAD.length, HEAD, 0, HEAD.length)
                || !Arrays.equals(json, end, json.length, STORED, 0, STORED.length)) {
            throw new IllegalStateException("an answer begins with its id and ends with whether it is stored");
        }
        return new PreparedAnswer(
                Arrays.copyOfRange(json, behindId, end),
                diagnosis.priors(),
                JsonStyle.word(diagnosis.status()),
                diagnosis.causes().stream()
                        .findFirst()
                        .map(Diagnosis.RankedCause::id)
                        .orElse(""),
                diagnosis.causes().stream()
                        .findFirst()
                        .map(Diagnosis.RankedCause::probability)
                        .orElse(0.0),
                List.copyOf(counts));
    }

    int size() {
        return middle.length;
    }

    /** As it is stored under this id and answered. */
    byte[] stored(String id) {
        return json(id, STORED);
    }

    byte[] notStored(String id) {
        return json(id, NOT_STORED);
    }

    private byte[] json(String id, byte[] end) {
        byte[] name = id.getBytes(StandardCharsets.US_ASCII);
        byte[] json = Arrays.copyOf(HEAD, HEAD.length + name.length + middle.length + end.length);
        System.arraycopy(name, 0, json, HEAD.length, name.length);
        System.arraycopy(middle, 0, json, HEAD.length + name.length, middle.length);
        System.arraycopy(end, 0, json, HEAD.length + name.length + middle.length, end.length);
        return json;
    }
}
