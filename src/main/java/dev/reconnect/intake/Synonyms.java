package dev.reconnect.intake;

import java.util.List;
import java.util.Map;

/** Sets of words that phrases use again and again, written {@code <name>} there. */
final class Synonyms {

    private static final Map<String, List<String>> SETS = Map.ofEntries(
            Map.entry("machine", List.of("pc", "computer", "machine", "laptop", "notebook", "desktop", "workstation", "box", "server", "host", "vm", "system",
                    "device", "instance", "image", "tower", "surface", "imac", "macbook", "mac", "guest", "node", "client", "hosts", "lab", "desk", "target")),
            Map.entry("machines", List.of("pcs", "computers", "machines", "laptops", "desktops", "workstations", "boxes", "servers", "hosts", "vms", "systems", "devices",
                    "instances", "clients", "ones", "targets")),
            Map.entry("connect", List.of("connect", "rdp", "reach", "access", "log in", "log on", "login", "sign in", "get in", "get into", "log into", "remote", "remote into", "remote in", "log onto",
                    "sign into", "open", "get on", "enter", "use", "rdp into", "connect to", "rdp to", "log in to")),
            Map.entry("works", List.of("works", "work", "worked", "working", "connects", "connect", "connected", "succeeds", "fine", "ok", "okay", "gets in", "get in", "got in", "is fine", "is ok", "goes through",
                    "gets through", "get through", "can", "can connect", "can log in", "can get in", "have no problem", "has no problem", "without problem", "without any problem", "without issue", "without trouble")),
            Map.entry("fails", List.of("fails", "fail", "failed", "failing", "does not work", "do not work", "not working", "can not connect", "does not connect", "can not", "refuses", "refused", "is refused",
                    "times out", "does not", "do not", "will not connect", "not work", "stopped working", "is denied", "are denied", "are refused", "breaks", "drops")),
            Map.entry("rdp", List.of("rdp", "remote desktop", "mstsc", "remote connection", "rdc", "remote desktop connection", "terminal services", "rds", "remote session", "remote desktop services")),
            Map.entry("login", List.of("login", "log in", "log on", "sign in", "signing in", "logging in", "logging on", "authentication", "authenticating", "entering my password", "entering the password",
                    "entering credentials", "entering my credentials", "typing my password", "credentials")),
            Map.entry("my", List.of("my", "our", "the", "a", "an", "this", "that", "his", "her", "their", "your", "another", "any", "one", "some", "every", "each", "all", "both", "these")),
            Map.entry("since", List.of("since", "after", "following", "ever since", "right after", "from", "because of", "due to")),
            Map.entry("updated", List.of("update", "updates", "updated", "updating", "upgrade", "upgraded", "upgrading", "patch", "patches", "patched", "patching")),
            Map.entry("other", List.of("other", "another", "different", "second", "others", "colleague", "co worker", "coworker")));

    private Synonyms() {}

    /** @throws IllegalArgumentException for a set that there is not */
    static List<String> of(String name) {
        List<String> words = SETS.get(name);
        if (words == null) {
            throw new IllegalArgumentException("there is no set of words <" + name + ">; there are " + SETS.keySet().stream().sorted().toList());
        }
        return words;
    }
}
