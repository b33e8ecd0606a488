package dev.reconnect.diagnosis;

import java.util.Objects;

/** Where a symptom of a diagnosis comes from. */
public sealed interface Origin {

    /** Sent by the caller: a JSON pointer into the request, such as {@code /symptoms/0}. */
    record Reported(String pointer) implements Origin {

        public Reported {
            Objects.requireNonNull(pointer, "pointer");
        }
    }

    /**
     * Read in the text that the caller sent.
     *
     * @param start 0-based offset of the first character
     * @param end   offset after the last character
     * @param quote what stands there, with names and addresses masked
     */
    record Quoted(int start, int end, String quote) implements Origin {

        public Quoted {
            Objects.requireNonNull(quote, "quote");
        }
    }

    /** Derived by a rule from other symptoms. */
    record Derived(String derivedBy) implements Origin {

        public Derived {
            Objects.requireNonNull(derivedBy, "derivedBy");
        }
    }
}
