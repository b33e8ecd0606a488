package dev.reconnect.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.reconnect.diagnosis.Diagnosis;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A diagnosis as it goes over the wire.
 *
 * @param stored whether it can be read back under its id
 */
@Schema(name = "Diagnosis")
public record Answer(@JsonUnwrapped Diagnosis diagnosis, boolean stored) {}
