package dev.reconnect.knowledge;

import java.util.Objects;

/**
 * A command as it is typed.
 *
 * @param shell {@code powershell}, {@code cmd} or {@code sh}
 * @param text  one or more lines; a part in angle brackets is for the reader to fill in
 */
public record Command(String shell, String text) {

    public Command {
        Objects.requireNonNull(shell, "shell");
        Objects.requireNonNull(text, "text");
    }
}
