package dev.reconnect.intake;

/** What tools say that start an RDP client for somebody (Vagrant and its kin): progress and general advice, no findings. */
final class LauncherReader implements TextReader {

    @Override
    public void read(Pasted pasted, Findings findings) {
        String machine = "";
        for (Line line : pasted.lines()) {
            if (line.text().startsWith("==> ") && line.text().indexOf(':') > 4) {
                machine = line.lower().substring(4, line.text().indexOf(':') + 1);
                findings.claim(line);
            } else if (!machine.isEmpty() && line.indent() >= 4 && line.startsWith(machine)) {
                findings.claim(line);
            }
        }
    }
}
