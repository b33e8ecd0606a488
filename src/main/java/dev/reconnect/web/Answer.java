package dev.reconnect.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.reconnect.diagnosis.Diagnosis;

/**
 * A diagnosis as it goes over the wire.
 *
 * @param stored whether it can be read back under its id
 */
public record Answer(@JsonUnwrapped Diagnosis diagnosis, boolean stored) {}
