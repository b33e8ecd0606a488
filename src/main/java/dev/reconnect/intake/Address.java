package dev.reconnect.intake;

/** What kind of address was dialled, read from the address itself. */
final class Address {

    static final int RDP_PORT = 3389;

    private Address() {}

    /** {@code localhost}, {@code ipv4}, {@code ipv6}, {@code fqdn} or {@code name}; empty for no address. */
    static String kind(String address) {
        String host = withoutPort(address);
        if (host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("::1")) {
            return "localhost";
        }
        if (isIpv4(host)) {
            return "ipv4";
        }
        if (host.indexOf(':') >= 0) {
            return "ipv6";
        }
        if (host.isEmpty() || !Character.isLetterOrDigit(host.charAt(0))) {
            return "";
        }
        return host.indexOf('.') > 0 ? "fqdn" : "name";
    }

    /** The port behind the last colon; -1 without one. */
    static int port(String address) {
        int colon = address.lastIndexOf(':');
        boolean several = colon != address.indexOf(':') && !address.startsWith("[");
        return colon < 0 || several ? -1 : number(address.substring(colon + 1));
    }

    static String withoutPort(String address) {
        if (address.startsWith("[") && address.indexOf(']') > 0) {
            return address.substring(1, address.indexOf(']'));
        }
        return port(address) >= 0 ? address.substring(0, address.lastIndexOf(':')) : address;
    }

    /** A port number; -1 when the digits are none. */
    static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int port = Integer.parseInt(digits);
        return port <= 65_535 ? port : -1;
    }

    static boolean isIpv4(String host) {
        int dots = 0;
        int value = -1;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.') {
                if (value < 0) {
                    return false;
                }
                dots++;
                value = -1;
            } else if (c >= '0' && c <= '9') {
                value = Math.max(0, value) * 10 + c - '0';
                if (value > 255) {
                    return false;
                }
            } else {
                return false;
            }
        }
        return dots == 3 && value >= 0;
    }

    /** Adds what was dialled: the kind of address, and the port where it is not the usual one. */
    static void report(Line.Part address, Findings findings) {
        String kind = kind(address.text());
        if (!kind.isEmpty()) {
            findings.addBackground("network.address-kind", kind, address);
        }
        int port = port(address.text());
        if (port > 0) {
            findings.addBackgroundNumber("network.port-used", port, address);
        }
    }
}
