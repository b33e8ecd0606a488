package dev.reconnect.intake;

/** Reads one format out of a pasted text, which may hold several. Knows nothing of the other readers. */
interface TextReader {

    /** Adds what it finds and claims what it has understood. Never fails, whatever the text. */
    void read(Pasted pasted, Findings findings);
}
