package dev.reconnect.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.reconnect.diagnosis.Question;
import java.util.List;
import java.util.Objects;

/**
 * An error as HTTP answers it.
 *
 * @param type    stable name of the kind of problem, {@code urn:reconnect:problem:} and a word
 * @param title   what kind of problem it is, the same for every problem of a type
 * @param detail  what is wrong with this request
 * @param hint    what to do about it
 * @param pointer JSON pointer to the first offending place of the request body; empty when it is not the body
 * @param errors  every offending place, when there is more to say than {@code detail}
 * @param questions what to report to begin with, when nothing was reported
 * @see "RFC 9457"
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String hint,
        String pointer,
        List<Error> errors,
        List<Question> questions) {

    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One offending place.
     *
     * @param nearest known words that may have been meant
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Error(String pointer, String detail, String hint, List<String> nearest) {

        public Error {
            Objects.requireNonNull(pointer, "pointer");
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(hint, "hint");
            nearest = List.copyOf(nearest);
        }
    }

    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(hint, "hint");
        Objects.requireNonNull(pointer, "pointer");
        errors = List.copyOf(errors);
        questions = List.copyOf(questions);
    }

    static Problem of(ProblemType type, String detail, String hint) {
        return at(type, "", detail, hint);
    }

    static Problem at(ProblemType type, String pointer, String detail, String hint) {
        return new Problem(type.uri(), type.title(), type.status(), detail, hint, pointer, List.of(), List.of());
    }

    /** Everything that is wrong with a request at once; the first place leads. */
    static Problem of(ProblemType type, List<Error> errors) {
        Error first = errors.get(0);
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                first.detail(),
                first.hint(),
                first.pointer(),
                errors,
                List.of());
    }

    Problem withQuestions(List<Question> start) {
        return new Problem(type, title, status, detail, hint, pointer, errors, start);
    }
}
