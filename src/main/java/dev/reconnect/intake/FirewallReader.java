package dev.reconnect.intake;

import java.util.List;

/** Windows' firewall as {@code Get-NetFirewallRule}, {@code netsh advfirewall} and {@code Get-NetFirewallProfile} list it. */
final class FirewallReader implements TextReader {

    /** Lines of one rule or profile. */
    private static final int ENTRY = 16;

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Line> lines = pasted.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean rule = line.startsWith("displayname") || line.startsWith("rule name") || line.startsWith("name ");
            if (rule && line.hasAny("remote desktop", "remotedesktop", "remote-desktop")) {
                rule(lines, i, findings);
            } else if (line.has("profile settings:")) {
                profile(lines, i, findings);
            }
        }
    }

    private static void rule(List<Line> lines, int index, Findings findings) {
        String enabled = "";
        boolean blocks = false;
        findings.claim(lines.get(index));
        for (int i = index + 1; i < Math.min(lines.size(), index + ENTRY) && !isNext(lines.get(i)); i++) {
            Line line = lines.get(i);
            enabled = line.startsWith("enabled") ? line.value("enabled").text() : enabled;
            blocks |= line.startsWith("action") && line.has("block");
            findings.claim(line);
        }
        boolean on = enabled.equalsIgnoreCase("true") || enabled.equalsIgnoreCase("yes");
        if (!enabled.isEmpty()) {
            findings.add(
                    "host.firewall",
                    on && !blocks ? "allows" : "blocks",
                    lines.get(index).whole());
        }
    }

    private static boolean isNext(Line line) {
        return line.startsWith("displayname") || line.startsWith("rule name") || line.startsWith("name ");
    }

    private static void profile(List<Line> lines, int index, Findings findings) {
        for (int i = index + 1; i < Math.min(lines.size(), index + 4); i++) {
            if (lines.get(i).value("state").is("off")) {
                findings.add("host.firewall", "off", lines.get(i).whole());
            }
        }
    }
}
