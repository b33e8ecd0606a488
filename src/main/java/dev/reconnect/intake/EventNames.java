package dev.reconnect.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which log an event belongs to, by the many names of its source, and the value of the vocabulary that it stands for. */
final class EventNames {

    static final String HOST = "host.event";
    static final String CLIENT = "client.event";
    static final String GATEWAY = "gateway.event";

    /** A part of the source's or channel's name, and the short name of the vocabulary; the first that fits counts. */
    private static final String[][] SOURCES = {
        {"terminalservices-remoteconnectionmanager", "rcm"},
        {"remoteconnectionmanager", "rcm"},
        {"terminalservices-localsessionmanager", "lsm"},
        {"localsessionmanager", "lsm"},
        {"remotedesktopservices-rdpcorets", "rdpcorets"},
        {"rdpcorets", "rdpcorets"},
        {"terminalservices-clientactivexcore", "client"},
        {"clientactivexcore", "client"},
        {"terminalservices-rdpclient", "client"},
        {"rdpclient", "client"},
        {"rdp clientactivex", "client"},
        {"terminalservices-gateway", "gateway"},
        {"terminalservices-sessionbroker-client", "sessionbroker-client"},
        {"sessionbroker-client", "sessionbroker-client"},
        {"terminalservices-sessionbroker", "sessionbroker"},
        {"sessionbroker", "sessionbroker"},
        {"terminalservices-licensing", "licensing"},
        {"schannel", "schannel"},
        {"security-kerberos", "kerberos"},
        {"security-auditing", "security"},
        {"termdd", "termdd"},
        {"service control manager", "scm"},
        {"servicecontrolmanager", "scm"},
        {"netlogon", "netlogon"},
        {"grouppolicy", "grouppolicy"},
        {"user profiles service", "userprofile"},
        {"user profile service", "userprofile"},
        {"application error", "application"},
        {"networkpolicyserver", "nps"},
        {"kernel-power", "kernel-power"},
        {"lsasrv", "lsasrv"},
        {"windows-ntlm", "ntlm"},
        {"time-service", "time-service"},
        {"dns-client", "dns-client"},
        {"dns client events", "dns-client"},
        {"tcpip", "tcpip"},
        {"winlogon", "winlogon"},
        {"desktop window manager", "dwm"},
        {"dwminit", "dwm"},
        {"windowsupdateclient", "windows-update"},
    };

    /** Numbers that mean one event to everybody who reads these logs, when no source is named. */
    private static final Map<Integer, String> BY_NUMBER = byNumber();

    /** Events of the Security log that network policy servers write. */
    private static final Set<Integer> NPS = Set.of(6272, 6273, 6274, 6276, 6278);

    private EventNames() {}

    private static Map<Integer, String> byNumber() {
        Map<Integer, String> names = new HashMap<>();
        put(names, "rcm", 261, 1057, 1058, 1056, 1006, 1035, 1036, 1068, 1069, 1130, 1149, 1158);
        put(names, "schannel", 36867, 36870, 36871, 36872, 36874, 36880, 36882, 36884, 36885, 36886, 36887, 36888);
        put(names, "security", 4624, 4625, 4634, 4648, 4740, 4768, 4769, 4771, 4776, 4778, 4779, 4825, 5061, 5157);
        put(names, "rdpcorets", 131, 139, 140, 142, 226, 227);
        put(names, "client", 1024, 1025, 1026, 1027, 1029, 1102, 1105);
        put(names, "scm", 7000, 7001, 7009, 7011, 7022, 7023, 7024, 7031, 7034, 7038);
        put(names, "netlogon", 5719, 3210);
        put(names, "tcpip", 4227, 4231);
        put(names, "nps", 6272, 6273, 6274);
        put(names, "lsasrv", 40960, 40961);
        put(names, "grouppolicy", 1129);
        put(names, "sessionbroker", 2056);
        put(names, "sessionbroker-client", 1296);
        put(names, "userprofile", 1500, 1511, 1515, 1530);
        put(names, "winlogon", 4005);
        return Map.copyOf(names);
    }

    private static void put(Map<Integer, String> names, String source, int... numbers) {
        for (int number : numbers) {
            names.put(number, source);
        }
    }

    /** The short name of the source; empty when no known source is named in the text. */
    static String sourceIn(String lowerText) {
        for (String[] source : SOURCES) {
            if (lowerText.contains(source[0])) {
                return source[1];
            }
        }
        return "";
    }

    /** The short name of the source that a bare number points to; empty when it could be anything. */
    static String sourceOf(int number) {
        return BY_NUMBER.getOrDefault(number, "");
    }

    /** The symptom under which events of this source are reported. */
    static String symptomOf(String source) {
        return source.equals("client") ? CLIENT : source.equals("gateway") ? GATEWAY : HOST;
    }

    /** The vocabulary's value: {@code rcm-1058}; events of client and gateway go by their bare number. */
    static String valueOf(String source, int number) {
        if (source.equals("client") || source.equals("gateway")) {
            return Integer.toString(number);
        }
        if (source.equals("security") && NPS.contains(number)) {
            return "nps-" + number;
        }
        return switch (source) {
            case "userprofile" -> number == 1511 || number == 1515 ? "userprofile-1511" : "userprofile-1500";
            case "lsasrv" -> "lsasrv-40960";
            case "ntlm" -> "ntlm-8001";
            case "time-service" -> "time-service-error";
            case "licensing" -> "licensing-error";
            case "dwm" -> "dwm-9009";
            case "sessionbroker-client" -> number == 1296 ? "sessionbroker-client-1296" : "sessionbroker-client-1280";
            default -> source + "-" + number;
        };
    }
}
