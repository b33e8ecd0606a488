package dev.reconnect.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a rule file stands: {@code rules/<area>/<name>.drl}. */
record RulePath(String area, String name) {

    private static final Pattern FORM = Pattern.compile("rules/([a-z0-9-]+)/([a-z0-9-]+)\\.drl");

    static Optional<RulePath> of(String path) {
        Matcher matcher = FORM.matcher(path);
        return matcher.matches() ? Optional.of(new RulePath(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    String packageName() {
        return "rules." + area.replace('-', '_');
    }

    /** Whether rules here derive symptoms. */
    boolean derives() {
        return area.equals("derive");
    }

    /** Whether rules here speak about any case instead of about the one cause that the file is named after. */
    boolean isGeneral() {
        return derives() || area.equals("safety") || area.equals("advice");
    }
}
