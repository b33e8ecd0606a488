package dev.reconnect.rules;

import dev.reconnect.knowledge.Flaw;
import java.util.List;
import java.util.Objects;

/**
 * What was read from one rule file.
 *
 * @param path   such as {@code rules/certificate/rdp-cert-expired.drl}
 * @param rules  the rules without an error of their own: the only ones to build from
 * @param flaws  all that is wrong with the file, in the order of the places
 * @param broken the rules with an error, as far as they could be read; for checks, so that their other flaws are found
 *               in the same run and nobody reports them as missing
 * @param text   the file as written
 */
public record ReadFile(String path, List<Rule> rules, List<Flaw> flaws, List<Rule> broken, String text) {

    public ReadFile {
        Objects.requireNonNull(path, "path");
        rules = List.copyOf(rules);
        flaws = List.copyOf(flaws);
        broken = List.copyOf(broken);
        Objects.requireNonNull(text, "text");
    }

    public boolean hasErrors() {
        return flaws.stream().anyMatch(Flaw::isError);
    }
}
