package dev.reconnect.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks for a key.
 *
 * @param name who will hold it: a person or a program; unique
 */
public record KeyRequest(
        @Schema(required = true) String name,
        @Schema(required = true) Role role) {}
