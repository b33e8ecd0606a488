package dev.reconnect.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the word by which a command changes something, for checks may only read. */
final class ChangingVerbs {

    private static final Set<String> CMDLET_VERBS = Set.of(
            "set",
            "new",
            "remove",
            "restart",
            "stop",
            "start",
            "enable",
            "disable",
            "add",
            "clear",
            "rename",
            "move",
            "copy",
            "import",
            "reset",
            "repair",
            "install",
            "uninstall",
            "update",
            "invoke",
            "unregister",
            "register",
            "suspend",
            "resume",
            "grant",
            "revoke",
            "block",
            "unblock",
            "publish",
            "save",
            "write",
            "out",
            "limit",
            "mount",
            "dismount",
            "optimize",
            "restore",
            "unpublish",
            "sync",
            "send",
            "approve",
            "deny",
            "debug");

    /** Cmdlets whose verb sounds like a change and that only look, or change the console alone. */
    private static final Set<String> HARMLESS_CMDLETS = Set.of(
            "new-object",
            "new-timespan",
            "new-cimsession",
            "new-pssession",
            "set-location",
            "start-sleep",
            "write-host",
            "write-output",
            "out-string",
            "out-host",
            "out-null",
            "out-gridview",
            "invoke-command",
            "add-type",
            "add-member",
            "clear-host",
            "set-variable",
            "new-variable",
            "debug-job");

    private static final List<CommandPattern> PATTERNS = Stream.of(
                    "reg add",
                    "reg delete",
                    "reg import",
                    "reg restore",
                    "reg load",
                    "reg copy",
                    "net stop",
                    "net start",
                    "net|net1 /add|/delete|/active:*|/time:*",
                    "sc config|stop|start|delete|failure|create|sdset|pause|continue",
                    "netsh set|add|delete|reset|import",
                    "ipconfig /release*|/renew*|/flushdns|/registerdns",
                    "icacls /grant*|/reset|/remove*|/deny*|/setowner|/inheritance*|/restore",
                    "certutil -delstore|-addstore|-repairstore|-importpfx|-setreg|/delstore|/addstore|/repairstore",
                    "cmdkey /add*|/delete*",
                    "klist purge",
                    "route add|delete|change|/f|-f",
                    "arp -d|-s|/d|/s",
                    "w32tm /resync|/config|/register|/unregister",
                    "test-computersecurechannel -repair",
                    "nltest /sc_reset*|/sc_change_pwd*",
                    "netdom reset|resetpwd|join|remove|add",
                    "sfc /scannow|/scanfile*",
                    "dism /restorehealth|/remove-package*|/enable-feature*|/disable-feature*|/add-package*",
                    "wusa /uninstall|*.msu",
                    "auditpol /set|/clear|/remove",
                    "powercfg /change|-change|/h|-h|/hibernate|-hibernate|/setacvalueindex|/setdcvalueindex",
                    "systemctl start|stop|restart|reload|enable|disable|mask|unmask|daemon-reload|isolate|kill",
                    "service|rc-service start|stop|restart|reload",
                    "apt|apt-get|dnf|yum|zypper|pacman|brew|snap|winget|choco install|remove|upgrade|update|purge|-s",
                    "sed -i*",
                    "firewall-cmd --add*|--remove*|--reload|--set*|--permanent",
                    "ufw allow|deny|enable|disable|delete|reset|reject|limit",
                    "iptables|ip6tables -a|-i|-d|-f|-p",
                    "loginctl terminate*|kill*|enable-linger|disable-linger",
                    "gsettings set|reset",
                    "grdctl enable|disable|set*|clear*|--headless",
                    "az start|stop|restart|redeploy|delete|create|update|reset*|deallocate|set|invoke",
                    "aws *start*|stop-*|reboot-*|modify-*|authorize-*|revoke-*|terminate-*|send-command",
                    "gcloud start|stop|reset|create|delete|update",
                    "virsh start|shutdown|destroy|reboot|reset",
                    "update-crypto-policies --set")
            .map(CommandPattern::new)
            .toList();

    /** Programs that change something whatever follows. */
    private static final Set<String> PROGRAMS = Set.of(
            "del",
            "erase",
            "rd",
            "rmdir",
            "ren",
            "move",
            "copy",
            "xcopy",
            "robocopy",
            "md",
            "mkdir",
            "taskkill",
            "shutdown",
            "logoff",
            "rwinsta",
            "takeown",
            "gpupdate",
            "rm",
            "mv",
            "cp",
            "chmod",
            "chown",
            "setfacl",
            "usermod",
            "useradd",
            "userdel",
            "passwd",
            "chpasswd",
            "kill",
            "pkill",
            "killall",
            "reboot",
            "tee",
            "setenforce",
            "modprobe",
            "bcdedit",
            "diskpart",
            "format",
            "attrib",
            "setx",
            "regsvr32",
            "tscon",
            "tsdiscon",
            "msg",
            "secedit",
            "iex",
            "mklink",
            "touch",
            "truncate",
            "crontab");

    private ChangingVerbs() {}

    static Optional<String> find(String text) {
        return CommandWords.statements(text).stream()
                .flatMap(ChangingVerbs::find)
                .findFirst();
    }

    private static Stream<String> find(List<String> words) {
        Stream<String> cmdlets = words.stream().filter(ChangingVerbs::isChangingCmdlet);
        Stream<String> programs = commands(words).filter(PROGRAMS::contains);
        Stream<String> patterns = PATTERNS.stream()
                .filter(pattern -> isCommandOf(pattern, words) && pattern.matches(words))
                .map(pattern -> String.join(" ", words.subList(0, Math.min(4, words.size()))));
        Stream<String> reset =
                words.size() > 1 && words.get(0).equals("reset") && words.get(1).equals("session")
                        ? Stream.of("reset session")
                        : Stream.empty();
        return Stream.of(cmdlets, programs, reset, patterns).flatMap(found -> found);
    }

    /** The words in command position: the first, and the first after a pipe or after sudo. */
    private static Stream<String> commands(List<String> words) {
        return java.util.stream.IntStream.range(0, words.size())
                .filter(i -> i == 0
                        || words.get(i - 1).equals("|")
                        || words.get(i - 1).equals("sudo"))
                .mapToObj(words::get);
    }

    private static boolean isCommandOf(CommandPattern pattern, List<String> words) {
        List<String> programs = List.of(pattern.toString().split(" ")[0].split("\\|"));
        return commands(words).anyMatch(programs::contains);
    }

    private static boolean isChangingCmdlet(String word) {
        int dash = word.indexOf('-');
        return dash > 0
                && word.matches("[a-z]+-[a-z][a-z0-9]+")
                && CMDLET_VERBS.contains(word.substring(0, dash))
                && !HARMLESS_CMDLETS.contains(word);
    }
}
