package dev.reconnect.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.reconnect.release.NoReleaseException;
import dev.reconnect.store.StoreUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception as the problem that HTTP answers. No answer holds a stack trace or the name of a class. */
final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    static final String RETRY_SECONDS = "2";
    private static final int LONGEST_DETAIL = 300;
    private static final Pattern FIELD = Pattern.compile("[A-Za-z_]{1,40}");

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return answer(e.problem());
    }

    @ServerExceptionMapper
    Response noRelease(NoReleaseException e) {
        return answer(noRelease());
    }

    @ServerExceptionMapper
    Response storeUnavailable(StoreUnavailableException e) {
        return answer(Problem.of(
                ProblemType.STORE_UNAVAILABLE,
                "The database does not answer; diagnosing goes on without it.",
                "Try again in a moment: repeating the call does no harm."));
    }

    /** JSON that is well formed but not what the contract asks for. */
    @ServerExceptionMapper
    Response wrongShape(MismatchedInputException e) {
        return answer(shape(e, 0));
    }

    @ServerExceptionMapper
    Response badCharacters(CharConversionException e) {
        return answer(notUtf8());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return answer(ofJson(json, 0));
        }
        return answer(ofStatus(e.getResponse().getStatus()));
    }

    @ServerExceptionMapper
    Response mistake(Throwable e) {
        return answer(mistaken(e));
    }

    /** Logs what went wrong under a reference, which is all that the caller gets to see of it. */
    static Problem mistaken(Throwable e) {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(e, "Request failed, reference %s", reference);
        return mistake(reference);
    }

    static Problem noRelease() {
        return Problem.of(
                ProblemType.NO_RELEASE,
                "Rules and knowledge are still being read, or have flaws.",
                "Try again in a moment. If this stays, the flaws stand in the log of the service.");
    }

    static Problem notUtf8() {
        return Problem.of(
                ProblemType.MALFORMED_JSON, "The body is not valid UTF-8.", "Send the body as JSON in UTF-8.");
    }

    /** @param before how many lines of the body come before those that were read as JSON */
    static Problem ofJson(JsonProcessingException e, long before) {
        return e instanceof JsonMappingException mapping ? shape(mapping, before) : malformed(e, "", before);
    }

    static Problem mistake(String reference) {
        return Problem.of(
                ProblemType.INTERNAL_ERROR,
                "This is a mistake of the service, not of the request. Reference " + reference + ".",
                "Give the reference to whoever runs the service: the log says more under it.");
    }

    static Response answer(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).entity(problem).type(Problem.MEDIA_TYPE);
        if (problem.status() == 503 || problem.status() == 429) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return response.build();
    }

    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 ->
                Problem.of(
                        ProblemType.NOT_SIGNED_IN,
                        "No valid key came with the call.",
                        "Send Authorization: Bearer <key>.");
            case 403 ->
                Problem.of(
                        ProblemType.NOT_ALLOWED,
                        "The role of this key does not cover the call.",
                        "Use a key that may.");
            case 404 ->
                Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is nothing under this address.",
                        "See /api-docs for all addresses.");
            case 405 ->
                Problem.of(ProblemType.METHOD_NOT_ALLOWED, "This address does not know that method.", "See /api-docs.");
            case 406 ->
                Problem.of(
                        ProblemType.NOT_ACCEPTABLE,
                        "None of the media types in Accept can be given here.",
                        "Accept application/json, or text/markdown where the contract offers it.");
            case 409 ->
                Problem.of(ProblemType.CONFLICT, "The request does not fit the present state.", "Read it anew.");
            case 413 ->
                Problem.of(
                        ProblemType.TOO_LARGE,
                        "The body is larger than is read here.",
                        "Send less, or in several calls.");
            case 415 ->
                Problem.of(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The body is in a media type that is not read here.",
                        "Send Content-Type: application/json.");
            case 429 -> Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many requests.", "Wait, then try again.");
            default ->
                status < 500
                        ? Problem.of(ProblemType.BAD_REQUEST, "The request cannot be read.", "See /api-docs.")
                        : Problem.of(ProblemType.INTERNAL_ERROR, "The service made a mistake.", "Try again.");
        };
    }

    private static Problem malformed(JsonProcessingException e, String pointer, long before) {
        return Problem.at(
                ProblemType.MALFORMED_JSON,
                pointer,
                sentence(e.getOriginalMessage()) + place(e.getLocation(), before),
                "Send one JSON object in UTF-8, and nothing behind it.");
    }

    private static Problem shape(JsonMappingException e, long before) {
        String pointer = pointer(e);
        if (e.getCause() instanceof StreamReadException syntax) {
            return malformed(syntax, pointer, before);
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
            return Problem.at(
                    ProblemType.WRONG_SHAPE,
                    pointer,
                    Discretion.echo(unknown.getPropertyName(), known) + " is no field that there is here"
                            + place(e.getLocation(), before),
                    "Known fields: " + String.join(", ", known) + ".");
        }
        if (e instanceof InvalidFormatException invalid
                && invalid.getTargetType().isEnum()) {
            List<String> words = words(invalid.getTargetType());
            return Problem.at(
                    ProblemType.WRONG_SHAPE,
                    pointer,
                    Discretion.echo(String.valueOf(invalid.getValue()), words) + " is not possible here"
                            + place(e.getLocation(), before),
                    "Possible: " + String.join(", ", words) + ".");
        }
        return Problem.at(
                ProblemType.WRONG_SHAPE,
                pointer,
                "The value has the wrong type" + place(e.getLocation(), before),
                "See the schema of the call in /api-docs.");
    }

    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> JsonStyle.word((Enum<?>) constant))
                .toList();
    }

    /** To the field, or to what holds it when its name could be anything that somebody pasted. */
    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .takeWhile(step -> step.getFieldName() == null
                        || FIELD.matcher(step.getFieldName()).matches())
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + shorten(step.replace("~", "~0").replace("/", "~1")))
                .collect(Collectors.joining());
    }

    private static String place(JsonLocation location, long before) {
        return location == null || location.getLineNr() < 1
                ? "."
                : " (line " + (before + location.getLineNr()) + ", column " + location.getColumnNr() + ").";
    }

    /** What the parser says, without the class names that it may mention. */
    private static String sentence(String message) {
        String plain = message.replaceAll("(Unrecognized token) '[^']*'", "$1")
                .replaceAll("(?s)(Duplicate field|Duplicate Object property) ['\"].*['\"]", "$1")
                .replaceAll("[\\x00-\\x1f\\x7f]", " ")
                .replaceAll("\\b[a-z]+(\\.[a-zA-Z$]+){2,}", "value");
        return shorten(plain.isEmpty() ? "The body cannot be read" : plain);
    }

    private static String shorten(String text) {
        return text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) + "…" : text;
    }
}
