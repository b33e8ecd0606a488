package dev.reconnect.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param text whatever the user pasted: a message, a log, the output of a tool */
public record ExtractRequest(@Schema(required = true) String text) {

    public ExtractRequest {
        text = text == null ? "" : text;
    }
}
