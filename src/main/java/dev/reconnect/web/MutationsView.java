package dev.reconnect.web;

import dev.reconnect.knowledge.Flaw;
import java.util.List;

/**
 * Mistakes put into the rules one at a time.
 *
 * @param noticed   the share that a case notices, between 0 and 1
 * @param unnoticed a warning at its rule for each mistake that no case notices
 */
public record MutationsView(String release, int tried, double noticed, List<Flaw> unnoticed) {}
