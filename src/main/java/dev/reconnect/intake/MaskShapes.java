package dev.reconnect.intake;

import java.util.Locale;
import java.util.Set;

/** What a word must look like to be an address, a machine, an account, an identifier or a secret. */
final class MaskShapes {

    /** Last labels of names that machines have; file endings that look alike are not among them. */
    private static final Set<String> TOP_LABELS = Listed.set("""
            com net org info biz edu gov mil int local lan corp internal intra intranet home test example
            invalid localdomain domain private ad io dev cloud app eu de at ch fr es it pt nl be pl cz sk hu ro
            bg gr ru ua se no dk fi uk ie us ca mx br ar cl au nz jp cn kr tw hk sg in tr il za arpa company
            systems tech online site xyz
            """);

    /** Public places that articles and tools name; covering them helps nobody. */
    private static final Set<String> PUBLIC = Listed.set("""
            microsoft.com github.com gitlab.com google.com openssl.org nmap.org freedesktop.org w3.org
            stackoverflow.com serverfault.com superuser.com windows.net mozilla.org ubuntu.com
            redhat.com microsoftonline.com msdn.com aka.ms fabrikam.com contoso.com apple.com amazonaws.com
            azure.com gnome.org kde.org remmina.org freerdp.com
            """);

    private static final Set<String> CODE_PACKAGES =
            Set.of("com", "org", "net", "java", "javax", "system", "microsoft", "io", "app");

    private static final String[] HOST_PREFIXES = {
        "desktop-", "laptop-", "win-", "ec2amaz-", "srv-", "dc-", "pc-", "vm-", "ws-", "ip-"
    };

    private static final String[] SECRET_PREFIXES = {
        "eyj", "ghp_", "gho_", "github_pat_", "akia", "asia", "xoxb-", "xoxp-", "sk-", "glpat-"
    };

    private MaskShapes() {}

    /** {@code address}, {@code host}, {@code id}, {@code secret}, or empty for a word that may stay. */
    static String kindOf(String word) {
        if (word.length() < 4) {
            return "";
        }
        if (Address.isIpv4(word)) {
            return word.startsWith("127.") || word.equals("0.0.0.0") || word.startsWith("255.") ? "" : "address";
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (isGuid(lower) || isSid(lower) || isLongHex(lower) || isHardware(lower)) {
            return "id";
        }
        if (isSecret(lower)) {
            return "secret";
        }
        return isHost(lower, word) ? "host" : "";
    }

    /** What a word with colons is as a whole: {@code address}, {@code id}, {@code keep}; empty when it is to be taken apart. */
    static String kindOfColons(String word) {
        int colons = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == ':') {
                colons++;
            } else if (Character.digit(c, 16) < 0 && c != '.' && c != '%') {
                return word.contains("::") && word.indexOf('%') > 0 ? "address" : "";
            }
        }
        if (word.contains("::")) {
            return word.equals("::1") || word.equals("::") ? "keep" : "address";
        }
        boolean pairs = colons >= 5 && word.length() == colons * 3 + 2;
        return pairs ? "id" : colons == 7 ? "address" : "";
    }

    static boolean isMail(String word) {
        int at = word.indexOf('@');
        String domain = word.substring(at + 1);
        return at > 0 && domain.length() > 1 && domain.indexOf('@') < 0 && Character.isLetterOrDigit(domain.charAt(0));
    }

    /** {@code DOMAIN\\user}: two names with one backslash, no path. */
    static boolean isAccount(String word) {
        int slash = word.indexOf('\\');
        boolean one = slash > 0 && slash < word.length() - 1 && word.indexOf('\\', slash + 1) < 0;
        boolean path = word.indexOf(':') >= 0 || word.indexOf('/') >= 0 || word.indexOf('%') >= 0;
        String domain = one ? word.substring(0, slash).toLowerCase(Locale.ROOT) : "";
        boolean known = domain.equals("nt authority")
                || domain.equals("authority")
                || domain.equals("builtin")
                || domain.startsWith("hk");
        boolean namelike = one
                && word.chars()
                        .allMatch(c -> Character.isLetterOrDigit(c)
                                || c == '\\'
                                || c == '.'
                                || c == '-'
                                || c == '_'
                                || c == '$');
        return one && !path && !known && namelike;
    }

    private static boolean isGuid(String word) {
        if (word.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash != (word.charAt(i) == '-') || !dash && Character.digit(word.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Accounts of a domain or machine; those that every Windows has (S-1-5-18) may stay. */
    private static boolean isSid(String word) {
        return word.startsWith("s-1-")
                && word.length() > 14
                && word.chars().allMatch(c -> c == 's' || c == '-' || c >= '0' && c <= '9');
    }

    /** {@code 00-53-00-aa-bb-01}, as Windows writes what a network card is called. */
    private static boolean isHardware(String word) {
        boolean dashed = word.length() == 17;
        for (int i = 0; dashed && i < 17; i++) {
            dashed = i % 3 == 2 ? word.charAt(i) == '-' : Character.digit(word.charAt(i), 16) >= 0;
        }
        return dashed;
    }

    private static boolean isLongHex(String word) {
        return word.length() >= 32 && word.length() <= 512 && word.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static boolean isSecret(String lower) {
        if (lower.length() < 20) {
            return false;
        }
        for (String prefix : SECRET_PREFIXES) {
            if (lower.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHost(String lower, String word) {
        boolean digit = lower.chars().anyMatch(Character::isDigit);
        if (lower.endsWith("$") && lower.indexOf('$') == lower.length() - 1 && lower.length() >= 4) {
            return true;
        }
        for (String prefix : HOST_PREFIXES) {
            boolean upper = word.substring(0, prefix.length() - 1 < word.length() ? prefix.length() - 1 : word.length())
                    .chars()
                    .anyMatch(Character::isUpperCase);
            if (lower.startsWith(prefix)
                    && lower.length() > prefix.length()
                    && digit
                    && lower.indexOf('.') < 0
                    && upper) {
                return true;
            }
        }
        return isDottedName(lower);
    }

    /** {@code srv01.example.test}: labels of letters, digits and dashes, the last one of those that names end with. */
    private static boolean isDottedName(String lower) {
        int last = lower.lastIndexOf('.');
        if (last <= 0 || !TOP_LABELS.contains(lower.substring(last + 1)) || lower.length() > 255) {
            return false;
        }
        boolean plain = lower.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
        int before = lower.lastIndexOf('.', last - 1);
        boolean published = PUBLIC.contains(lower.substring(before + 1));
        boolean code = CODE_PACKAGES.contains(lower.substring(0, lower.indexOf('.'))) && before > 0;
        return plain && !published && !code && lower.indexOf("..") < 0;
    }
}
