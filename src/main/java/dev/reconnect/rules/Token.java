package dev.reconnect.rules;

/**
 * One word of a rule file.
 *
 * @param text        as written; of a string what stands between its quotes, escapes resolved
 * @param offset      where it begins in the text
 * @param end         where it ends, exclusive
 * @param firstOnLine whether nothing but blanks and comments stands before it on its line; such a keyword is where
 *                    reading can begin again after something that was not understood
 */
record Token(Kind kind, String text, int offset, int end, boolean firstOnLine) {

    enum Kind {
        NAME,
        STRING,
        NUMBER,
        SYMBOL,
        /** After the last word. */
        END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equals(word);
    }

    boolean startsLineWith(String word) {
        return firstOnLine && is(word);
    }

    /** As a message shows it. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the file";
            case STRING -> "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
            default -> "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
        };
    }
}
