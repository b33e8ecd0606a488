package dev.reconnect.intake;

/** How a user name is written, where somebody tells: {@code AzureAD\name}, {@code DOMAIN\\user}, {@code user@domain}. */
final class AccountReader implements TextReader {

    private static final String FORM = "account.name-form";

    @Override
    public void read(Pasted pasted, Findings findings) {
        for (Line line : pasted.lines()) {
            boolean told = !findings.isClaimed(line.start())
                    && line.hasAny(
                            "user",
                            "account",
                            "name",
                            "log",
                            "sign",
                            "enter",
                            "type",
                            "credential",
                            "password",
                            "azuread");
            if (told && (line.text().indexOf('\\') > 0 || line.text().indexOf('@') > 0)) {
                words(line, findings);
            }
        }
    }

    private static void words(Line line, Findings findings) {
        int i = 0;
        while (i < line.text().length()) {
            Line.Part word = line.wordAt(i, ",;()\"'");
            if (word.text().length() > 3) {
                word(word, findings);
            }
            i = Math.max(i + 1, word.end() - line.start() + 1);
        }
    }

    private static void word(Line.Part word, Findings findings) {
        String text = word.text();
        int slash = text.indexOf('\\');
        if (text.regionMatches(true, 0, "azuread\\", 0, 8)) {
            findings.add(FORM, "azuread-backslash", word);
            findings.add("account.kind", "entra", word);
        } else if (slash > 0 && MaskShapes.isAccount(text)) {
            findings.add(FORM, text.startsWith(".\\") ? "computer-backslash" : "domain-backslash", word);
        } else if (text.indexOf('@') > 0 && MaskShapes.isMail(text)) {
            findings.add(FORM, "upn", word);
        }
    }
}
