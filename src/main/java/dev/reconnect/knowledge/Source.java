package dev.reconnect.knowledge;

import java.util.Objects;

/**
 * Where a statement comes from.
 *
 * @param title    what the source is called
 * @param url      its public address; empty when none could be found, and then {@code verified} is false
 * @param verified whether somebody read the source for this statement
 */
public record Source(String title, String url, boolean verified) {

    public Source {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(url, "url");
    }

    /** As it is quoted in an answer: the title with the address, or with the word that nobody could verify it. */
    public String citation() {
        String address = url.isEmpty() ? "" : " <" + url + ">";
        return title + address + (verified ? "" : " (unverified)");
    }
}
