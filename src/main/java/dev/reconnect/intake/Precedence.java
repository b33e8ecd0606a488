package dev.reconnect.intake;

import java.util.List;
import java.util.Map;

/** General finds that say nothing beside special ones: a window's first sentence beside its second, "Windows" beside "Windows 11". */
final class Precedence {

    private static final String MESSAGE = "error.message";

    /** A general value, and the special ones that make it superfluous. */
    private static final Map<String, List<String>> SPECIAL = Map.of(
            "authentication-error-other",
                    List.of(
                            "function-not-supported",
                            "credssp-oracle",
                            "lsa-cannot-be-contacted",
                            "dc-cannot-be-contacted",
                            "nla-required",
                            "sam-remote-call-denied"),
            "cannot-connect-generic",
                    List.of(
                            "cannot-connect-three-reasons",
                            "name-not-found",
                            "gateway-not-authorized",
                            "gateway-unreachable",
                            "connection-timeout",
                            "certificate-untrusted"),
            "remote-session-ended",
                    List.of(
                            "disconnected-other-user",
                            "disconnected-by-admin",
                            "disconnected-idle",
                            "licensing-error",
                            "internal-error"),
            "cannot-connect-three-reasons",
                    List.of("gateway-not-authorized", "gateway-target-not-listed", "gateway-user-not-authorized"),
            "nla-required", List.of("dc-cannot-be-contacted"),
            "access-denied", List.of("gateway-not-authorized"));

    private Precedence() {}

    static void settle(Findings findings) {
        SPECIAL.forEach((general, specials) -> {
            if (specials.stream().anyMatch(special -> findings.has(MESSAGE, special))) {
                findings.drop(MESSAGE, general);
            }
        });
        settleSystem("host.os", findings);
        settleSystem("client.os", findings);
    }

    /** "A Windows machine" beside its version. */
    private static void settleSystem(String id, Findings findings) {
        if (findings.values(id).stream().anyMatch(value -> value.startsWith("windows-"))) {
            findings.drop(id, "windows");
        }
        if (findings.values(id).stream().anyMatch(value -> value.startsWith("windows-server-"))) {
            findings.drop(id, "windows-server");
        }
    }
}
