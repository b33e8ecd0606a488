package dev.reconnect.web;

import java.util.Optional;

/**
 * What a publisher says.
 *
 * @param note why; needed when a labelled case is answered worse than before
 */
public record PublishRequest(Optional<String> note) {}
