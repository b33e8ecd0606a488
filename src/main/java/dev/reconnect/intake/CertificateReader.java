package dev.reconnect.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Certificates as certutil, PowerShell, OpenSSL, nmap and RDP clients list them: until when they hold, against today's
 * date, and whether the private key is there.
 */
final class CertificateReader implements TextReader {

    private static final String[] END_KEYS = Listed.array("""
            notafter | not after | not valid after | | not valid after | |_not valid after | valid to | valid
            until | expires on | expires | expiration date | expirationdate | expiry | gültig bis | nicht nach |
            läuft ab | valable jusqu'au | valide jusqu'au | expire le | válido hasta | válido até | valido fino
            al | geldig tot | ważny do | действителен по | действителен до | 有効期限 | 有效期至 | 有效期到 | 截止日期
            """);

    @Override
    public void read(Pasted pasted, Findings findings) {
        Optional<LocalDate> latest = Optional.empty();
        Line.Part place = new Line.Part("", 0, 0);
        List<Line> lines = pasted.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Line.Part end = endOf(lines, i);
            Optional<LocalDate> date = end.text().isEmpty() ? Optional.empty() : Dates.first(end.text());
            if (date.isPresent()) {
                findings.claim(line);
                if (latest.isEmpty() || date.get().isAfter(latest.get())) {
                    latest = date;
                    place = end;
                }
            } else {
                key(line, findings);
            }
        }
        if (latest.isPresent()) {
            report(latest.get(), place, findings);
        }
    }

    private static Line.Part endOf(List<Line> lines, int index) {
        Line line = lines.get(index);
        for (String key : END_KEYS) {
            Line.Part value = line.value(key);
            if (!value.text().isEmpty()) {
                return value;
            }
        }
        if (line.hasAll("notbefore", "notafter")) {
            return line.after("notafter");
        }
        Line.Part column = column(lines, index);
        if (!column.text().isEmpty()) {
            return column;
        }
        boolean behindFrom = index > 0 && lines.get(index - 1).startsWith("valid from");
        return behindFrom ? line.value("to") : new Line.Part("", 0, 0);
    }

    /** The column "NotAfter" of a table: in the row below the dashes, where the heading has it. */
    private static Line.Part column(List<Line> lines, int index) {
        for (int heading = index - 2; heading >= Math.max(0, index - 6); heading--) {
            int at = lines.get(heading).lower().indexOf("notafter");
            boolean table = at > 0
                    && lines.get(heading).hasAny("thumbprint", "subject")
                    && lines.get(heading + 1).startsWith("---");
            if (table && at < lines.get(index).text().length()) {
                return lines.get(index).part(at, lines.get(index).text().length());
            }
        }
        return new Line.Part("", 0, 0);
    }

    private static void report(LocalDate end, Line.Part place, Findings findings) {
        long days = ChronoUnit.DAYS.between(findings.today(), end);
        findings.add("host.certificate", days < 0 ? "expired" : "valid", place);
        findings.addNumber("host.certificate-days-left", days, place);
    }

    private static void key(Line line, Findings findings) {
        Line.Part hasKey = line.value("hasprivatekey");
        if (hasKey.is("false")) {
            findings.add("host.certificate", "no-private-key", line.whole());
            findings.claim(line);
        } else if (hasKey.is("true")) {
            findings.claim(line);
        } else if (line.startsWith("missing stored keyset") || line.hasAll("certutil", "0x80090016")) {
            findings.add("host.certificate", "no-private-key", line.whole());
            findings.add("host.key-permissions", "key-missing", line.whole());
            findings.claim(line);
        } else if (line.startsWith("encryption test passed") || line.startsWith("signature test passed")) {
            findings.add("host.key-permissions", "ok", line.whole());
            findings.claim(line);
        } else if (line.startsWith("valid from") || line.startsWith("notbefore") || line.startsWith("not before")) {
            findings.claim(line);
        }
    }
}
