package dev.reconnect.web;

/**
 * What became of a request for a diagnosis.
 *
 * @param json the answer; when it is stored, the very bytes that are
 */
record Answered(String id, byte[] json, Kept kept) {

    enum Kept {
        /** On disk. */
        STORED,
        /** The caller did not want it stored. */
        NOT_WANTED,
        /** The store did not answer in time; whether it was kept is unknown. */
        FAILED
    }
}
