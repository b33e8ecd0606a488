package dev.reconnect.knowledge;

/**
 * The quotes of one line, read as its shell does.
 *
 * @param closed  whether every quote is closed
 * @param single  whether single quotes stand outside double quotes
 * @param outside the line with quoted text blanked
 */
record Quotes(boolean closed, boolean single, String outside) {

    static Quotes read(String shell, String line) {
        StringBuilder outside = new StringBuilder();
        char open = 0;
        boolean single = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escapes = shell.equals("powershell") && c == '`' || shell.equals("sh") && c == '\\';
            if (escapes && open != '\'' && i + 1 < line.length()) {
                outside.append("  ");
                i++;
            } else if (open != 0) {
                outside.append(' ');
                open = c == open ? 0 : open;
            } else if (c == '"' || c == '\'' && !shell.equals("cmd")) {
                open = c;
                outside.append(' ');
            } else if (!shell.equals("cmd") && c == '#' && (i == 0 || line.charAt(i - 1) == ' ')) {
                break;
            } else {
                single |= c == '\'';
                outside.append(c);
            }
        }
        return new Quotes(open == 0, single, outside.toString());
    }
}
