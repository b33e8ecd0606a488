package dev.reconnect.intake;

import java.io.Reader;

/** A text from one place on, as a reader that copies no more than is asked for. */
final class CharWindow extends Reader {

    private final String text;
    private int at;

    CharWindow(String text, int start) {
        this.text = text;
        this.at = start;
    }

    @Override
    public int read(char[] into, int offset, int length) {
        if (at >= text.length()) {
            return -1;
        }
        // Small bites: a parser that gives up at once must not have read ahead through a megabyte.
        int size = Math.min(Math.min(length, 512), text.length() - at);
        text.getChars(at, at + size, into, offset);
        at += size;
        return size;
    }

    @Override
    public void close() {
        at = text.length();
    }
}
