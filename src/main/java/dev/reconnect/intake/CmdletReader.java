package dev.reconnect.intake;

import java.util.List;
import java.util.Map;

/** Commands of PowerShell that answer with True or False alone on the next line. */
final class CmdletReader implements TextReader {

    private static final Map<String, String> QUESTIONS = Map.of("test-computersecurechannel", "host.secure-channel");

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Line> lines = pasted.lines();
        for (int i = 0; i + 1 < lines.size(); i++) {
            Line answer = lines.get(i + 1);
            for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
                if (lines.get(i).has(question.getKey())
                        && (answer.whole().is("true") || answer.whole().is("false"))) {
                    findings.add(question.getValue(), answer.lower().strip(), answer.whole());
                    findings.claim(lines.get(i));
                    findings.claim(answer);
                }
            }
        }
    }
}
