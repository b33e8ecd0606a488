package dev.reconnect.diagnosis;

import dev.reconnect.knowledge.Stage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to a report: ranked causes with the evidence that their probabilities follow from, what to ask and what to do.
 *
 * <p>The probabilities of {@code causes}, {@code unlisted} and {@code other} sum to 1.
 *
 * @param priors    the version of the priors that it was made with
 * @param symptoms  what was reported, in the order of the request, then what was read in the text, then what was derived;
 *                  pointers such as {@code /symptoms/0} point into this list
 * @param causes    the most probable ones, as many as the caller wanted
 * @param unlisted  the probability of all causes that are not listed
 * @param other     the probability of a cause that the knowledge base does not know
 * @param together  a second cause that explains strong evidence which the first one leaves unexplained
 * @param plan      empty when the caller did not want it
 * @param questions most valuable first; empty when none helps or the caller did not want them
 * @param interview whether asking on makes sense, and why not
 */
public record Diagnosis(
        String id,
        ReleaseName release,
        String priors,
        Status status,
        List<SeenSymptom> symptoms,
        List<RankedCause> causes,
        double unlisted,
        double other,
        Optional<Together> together,
        Optional<Plan> plan,
        List<Question> questions,
        Interview interview,
        List<Notice> warnings) {

    /** The release that the answer was made with. */
    public record ReleaseName(String id, String digest) {}

    /**
     * @param number the value as a number, for symptoms that are one
     */
    public record SeenSymptom(String id, String value, Optional<Double> number, Origin source) {}

    /**
     * @param prior    the cause's parts in the priors, to redo the sum with
     * @param decibans the sum of the evidence that counts
     * @param fixes    ids in the order of the plan
     */
    public record RankedCause(
            String id,
            String title,
            Stage stage,
            double probability,
            double prior,
            int decibans,
            String explanation,
            Optional<Explanation> evidence,
            List<String> corrections,
            List<String> fixes,
            List<String> sources) {

        public RankedCause {
            fixes = List.copyOf(fixes);
            corrections = List.copyOf(corrections);
            sources = List.copyOf(sources);
        }
    }

    /**
     * Two causes that may hold at once.
     *
     * @param causes      the leading cause and the one that explains what it does not
     * @param unexplained pointers to the symptoms that only the second one explains
     */
    public record Together(List<String> causes, List<String> unexplained, String reason) {

        public Together {
            causes = List.copyOf(causes);
            unexplained = List.copyOf(unexplained);
        }
    }

    /**
     * @param done   whether asking on is not worth it
     * @param reason one of a closed list
     */
    public record Interview(boolean done, Reason reason) {

        public enum Reason {
            /** A question is left that helps. */
            GOES_ON,
            /** One cause is determined; more answers would hardly change it. */
            DETERMINED,
            /** No open question tells the causes apart. */
            NO_QUESTION_HELPS,
            /** The caller did not want questions. */
            NOT_ASKED_FOR
        }
    }

    /** A warning with pointers to what it rests on. */
    public record Notice(String kind, String message, List<String> symptoms) {

        public Notice {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(message, "message");
            symptoms = List.copyOf(symptoms);
        }
    }

    public Diagnosis {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(priors, "priors");
        Objects.requireNonNull(status, "status");
        symptoms = List.copyOf(symptoms);
        causes = List.copyOf(causes);
        Objects.requireNonNull(together, "together");
        Objects.requireNonNull(plan, "plan");
        questions = List.copyOf(questions);
        Objects.requireNonNull(interview, "interview");
        warnings = List.copyOf(warnings);
    }
}
