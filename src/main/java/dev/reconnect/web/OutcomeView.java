package dev.reconnect.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a case after all reports on it.
 *
 * @param reports how many there are
 * @param causes  how far each cause was the true one, as far as the reports tell: this is what the priors learn
 */
public record OutcomeView(
        String diagnosis,
        int reports,
        List<OutcomeRequest.TriedFix> tried,
        Optional<String> confirmed,
        List<String> excluded,
        Map<String, Double> causes) {}
