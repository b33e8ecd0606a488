package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that are known by the key before them: user names, machines, passwords, serial numbers. */
final class MaskKeys {

    private static final int LONGEST_VALUE = 200;

    /** Keys in lower case, with the sign that parts them from the value; a tilde is a blank at the end of one. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "secret",
            keys("""
                    /p: | /gp: | password: | password= | passwort: | passwort= | pwd= | pwd: | passwd= | mot de passe : |
                    contraseña: | token= | token: | bearer~ | api key: | apikey= | api_key= | secret= | secret: |
                    passphrase: | psk= | pin: | -p~
                    """),
            "user",
            keys("""
                    account name: | user name: | username: | username= | username~ | user: | user= | /u: | /gu: |
                    for user~ | user name~ | username:s: | benutzername: | benutzer " | kontoname: | utilisateur : |
                    usuario: | user " | "username": " | <param1> | targetusername"> | subjectusername"> | my name is~ |
                    logged on user:
                    """),
            "host",
            keys("""
                    computername : | computername: | computer: | computer : | <computer> | workstation name: |
                    account domain: | remote computer: | remotecomputer: | удаленный компьютер: | ordinateur distant : |
                    equipo remoto: | computer remoto: | computador remoto: | requested remote computer is~ |
                    name in the certificate is~ | cn= | cn =~ | common name: | connecting to peer~ |
                    failed to connect to~ | to the server ( | full address:s: | gatewayhostname:s: | domain:s: | /v: |
                    /g: | /d: | client computer name: | "computer": " | hostname: | hostname= | host name: |
                    find the computer " | connect to the remote computer " | workstationname"> | targetdomainname"> |
                    subjectdomainname"> | computer " | clientcomputer " | servername:
                    """),
            "id",
            keys("""
                    serial number: | serialnumber: | serialnumber= | serial number~ | seriennummer: | activity id: |
                    activityid= | thumbprint : | thumbprint:
                    """),
            "address",
            keys("source network address: | ipaddress\"> | client ip~"));

    /** As people say it. What follows is a secret only when it looks like one: "my password is wrong" says something else. */
    private static final List<String> SPOKEN = keys("""
            password is~ | passwort ist~ | pwd is~ | passphrase is~ | token is~ | secret is~ | pin is~ | api key is~
            """);

    /** Values that name nobody. */
    private static final Set<String> NOBODY = Listed.set("""
            - system network local n/a none null localhost ***** the a is and or my your not unknown
            administrator admin vagrant guest service error name password must was has in on for with to it
            remote yes no true false rdp mstsc server host computer source security logon account detailed port
            """);

    private MaskKeys() {}

    private static List<String> keys(String block) {
        return Listed.list(block).stream().map(key -> key.replace('~', ' ')).toList();
    }

    static void find(String text, List<MaskSpans.Span> spans) {
        String lower = lowered(text);
        KEYS.forEach((kind, keys) -> keys.forEach(key -> find(lower, key, kind, spans)));
        List<MaskSpans.Span> spoken = new ArrayList<>();
        SPOKEN.forEach(key -> find(lower, key, "secret", spoken));
        spoken.stream()
                .filter(span -> isMadeUp(lower.substring(span.start(), span.end())))
                .forEach(spans::add);
        privateKeys(lower, spans);
    }

    /** Character by character, so that offsets stay. */
    private static String lowered(String text) {
        char[] lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = Character.toLowerCase(lower[i]);
        }
        return new String(lower);
    }

    private static void find(String lower, String key, String kind, List<MaskSpans.Span> spans) {
        int at = lower.indexOf(key);
        while (at >= 0) {
            boolean begins = at == 0
                    || !Character.isLetterOrDigit(lower.charAt(at - 1))
                    || !Character.isLetterOrDigit(key.charAt(0));
            if (begins) {
                value(lower, at + key.length(), kind, spans);
            }
            at = lower.indexOf(key, at + key.length());
        }
    }

    private static void value(String lower, int from, String kind, List<MaskSpans.Span> spans) {
        int start = from;
        while (start < lower.length() && start - from < 40 && " \t\"'".indexOf(lower.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < lower.length() && end - start < LONGEST_VALUE && !ends(lower.charAt(end), kind)) {
            end++;
        }
        while (end > start && ".:".indexOf(lower.charAt(end - 1)) >= 0) {
            end--;
        }
        String value = lower.substring(start, end);
        boolean nobody = value.isEmpty()
                || NOBODY.contains(value)
                || value.startsWith("*")
                || value.startsWith("127.")
                || value.startsWith("[");
        boolean digits = kind.equals("host") && value.chars().allMatch(Character::isDigit);
        if (!nobody && !digits) {
            spans.add(new MaskSpans.Span(kind, start, end));
        }
    }

    /** No word of a language: letters with figures or signs among them, or at least four figures. */
    private static boolean isMadeUp(String value) {
        boolean letters = value.chars().anyMatch(Character::isLetter);
        boolean others = value.chars().anyMatch(c -> !Character.isLetter(c) && "-'.".indexOf(c) < 0);
        return others && (letters || value.length() >= 4);
    }

    private static boolean ends(char c, String kind) {
        boolean anyway = c <= ' ' || c == '"' || c == '\'' || c == ',' || c == ';' || c == ')' || c == '<' || c == '>';
        return anyway || kind.equals("host") && c == ':';
    }

    /** A key in armour is a secret from its first line to its last. */
    private static void privateKeys(String lower, List<MaskSpans.Span> spans) {
        int at = lower.indexOf("-----begin ");
        while (at >= 0) {
            int end = lower.indexOf("-----end ", at);
            int behind = end < 0
                    ? lower.length()
                    : Math.min(
                            lower.length(),
                            Math.max(end, lower.indexOf('\n', end) < 0 ? lower.length() : lower.indexOf('\n', end)));
            if (lower.startsWith("private key", at + 11)
                    || lower.substring(at, Math.min(lower.length(), at + 40)).contains("key")) {
                spans.add(new MaskSpans.Span("secret", at, behind));
            }
            at = lower.indexOf("-----begin ", behind);
        }
    }
}
