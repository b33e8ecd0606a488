package dev.reconnect.web;

/** Every kind of problem that the service answers with. The names are part of the contract: never renamed. */
enum ProblemType {
    MALFORMED_JSON("malformed-json", 400, "The body is not JSON"),
    WRONG_SHAPE("wrong-shape", 400, "The body does not have the shape that the contract asks for"),
    BAD_REQUEST("bad-request", 400, "The request cannot be read"),
    NOT_SIGNED_IN("not-signed-in", 401, "This call needs a key"),
    NOT_ALLOWED("not-allowed", 403, "This key may not do that"),
    NOT_FOUND("not-found", 404, "There is nothing under this address"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This address does not know that method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "The answer cannot be given in that media type"),
    CONFLICT("conflict", 409, "The request does not fit the state of what it is about"),
    TOO_LARGE("too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The body is in a media type that is not read here"),
    INVALID_REPORT("invalid-report", 422, "The report holds something that the vocabulary does not know"),
    EMPTY_REPORT("empty-report", 422, "The report holds no symptom and no text"),
    INVALID_OUTCOME("invalid-outcome", 422, "The outcome holds something that is not known here"),
    KEY_REUSED("idempotency-key-reused", 422, "The same idempotency key came with another body"),
    BAD_ARCHIVE("bad-archive", 422, "The archive cannot be taken in"),
    DRAFT_FLAWED("draft-flawed", 422, "The draft has flaws"),
    REASON_NEEDED("reason-needed", 422, "The draft makes something worse, and nobody has said why that is right"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    INTERNAL_ERROR("internal-error", 500, "The service made a mistake"),
    CHECK_BUSY("check-busy", 503, "Too many drafts are waiting for their check"),
    NO_RELEASE("no-release", 503, "Rules and knowledge are not ready"),
    STORE_UNAVAILABLE("store-unavailable", 503, "The store does not answer");

    private final String word;
    private final int status;
    private final String title;

    ProblemType(String word, int status, String title) {
        this.word = word;
        this.status = status;
        this.title = title;
    }

    String uri() {
        return "urn:reconnect:problem:" + word;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
