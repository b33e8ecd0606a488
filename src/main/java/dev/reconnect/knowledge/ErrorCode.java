package dev.reconnect.knowledge;

import java.util.List;
import java.util.Objects;

/**
 * One meaning of a code. The same number in two families is two of these.
 *
 * @param code    normalised: lower-case hex without leading zeros, such as {@code 0x904}
 * @param family  who gives the number this meaning, such as {@code mstsc disconnect reason}
 * @param name    symbolic name; may be empty
 * @param stage   where in the connection it is given; free words
 * @param message what the client shows, where known; may be empty
 * @param causes  ids of causes whose rules read it; may be empty
 */
public record ErrorCode(
        String code,
        String family,
        String name,
        String meaning,
        String stage,
        String message,
        String source,
        List<String> causes) {

    public ErrorCode {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(source, "source");
        causes = List.copyOf(causes);
    }
}
