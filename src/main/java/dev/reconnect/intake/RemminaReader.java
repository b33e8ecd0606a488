package dev.reconnect.intake;

/** What Remmina prints around the messages of its library: its start, its plug-ins, its own warnings. */
final class RemminaReader implements TextReader {

    @Override
    public void read(Pasted pasted, Findings findings) {
        if (!pasted.text().contains("emmina")) {
            return;
        }
        boolean any = false;
        for (Line line : pasted.lines()) {
            if (!findings.isClaimed(line.start()) && isChatter(line)) {
                findings.claim(line);
                version(line, findings);
                any = true;
            }
        }
        if (any) {
            findings.addBackground(
                    "client.kind", "remmina", pasted.lines().get(0).whole());
        }
    }

    private static boolean isChatter(Line line) {
        return line.hasAny(
                        "remmina plugin",
                        "load modules from",
                        "dbus-daemon[",
                        "glib-critical",
                        "gtk-warning",
                        "gtk-critical",
                        "g_messages_debug",
                        "remmina wiki",
                        "gitlab.com/remmina",
                        "running without a secret plugin",
                        "spiregistry daemon",
                        "protocol handler",
                        "plugin and library version",
                        "rdp plugin:",
                        "remmina_",
                        "glib-gobject")
                || line.startsWith("remmina -")
                || line.startsWith("** message");
    }

    /** {@code Remmina - 1.4.29}. */
    private static void version(Line line, Findings findings) {
        if (line.startsWith("remmina - ")) {
            Line.Part version = line.wordAt(line.lower().indexOf("remmina - ") + "remmina - ".length(), "(");
            if (!version.text().isEmpty() && Character.isDigit(version.text().charAt(0))) {
                findings.addBackground("client.version", version.text(), version);
            }
        }
    }
}
