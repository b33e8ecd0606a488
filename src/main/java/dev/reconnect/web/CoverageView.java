package dev.reconnect.web;

import dev.reconnect.release.Coverage;
import java.util.List;

/**
 * What the rules and cases of the active release leave out.
 *
 * @param unreadCodes codes in stored diagnoses that no rule reads, most frequent first
 */
public record CoverageView(String release, Coverage coverage, List<UnreadCode> unreadCodes) {

    /** @param times in how many of the newest stored diagnoses */
    public record UnreadCode(String symptom, String code, int times) {}
}
