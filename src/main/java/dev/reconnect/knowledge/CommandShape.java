package dev.reconnect.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a command can work in the shell that it is written for. It knows the mistakes that copied articles make, not the
 * whole grammar of the shells.
 */
final class CommandShape {

    /** One mistake. */
    record Fault(String code, String message, String hint) {}

    /** A cmdlet where a command starts: verb, hyphen, noun. */
    private static final Pattern CMDLET = Pattern.compile(
            "(?:^|[|;({]\\s*)((?:Get|Set|New|Remove|Restart|Start|Stop|Test|Enable|Disable|Add|Clear|Import|Export|Rename"
                    + "|Move|Copy|Invoke|Resolve|Where|Select|ForEach|Format|Out|Write|Reset|Repair|Install|Uninstall"
                    + "|Update|Find|Measure|Sort|Wait|Enter|Register|Unregister|Grant|Revoke|Checkpoint|Convert)-[A-Za-z]\\w+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HOSTED =
            Pattern.compile("^\\s*(?:powershell|pwsh)(?:\\.exe)?\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern POWERSHELL_ONLY =
            Pattern.compile("\\$env:|\\$_\\b|\\$\\(|(?<![A-Za-z])Cert:\\\\|HK(?:LM|CU):\\\\|^\\s*\\$\\w+\\s*=");
    private static final Pattern CMD_VARIABLE = Pattern.compile("%[A-Za-z][A-Za-z0-9()]*%");

    /** Where a %VARIABLE% is meant as it stands: handed to cmd, or stored for Windows to expand later. */
    private static final Pattern LETS_PERCENT_PASS =
            Pattern.compile("\\bcmd(?:\\.exe)?\\s+/c\\b|REG_EXPAND_SZ|ExpandString", Pattern.CASE_INSENSITIVE);

    private static final Pattern CMD_CONTROL = Pattern.compile(
            "^\\s*(?:if (?:not )?(?:exist|errorlevel)\\b|for /[a-z] |set [A-Za-z_]+=|@echo |rem )",
            Pattern.CASE_INSENSITIVE);

    /** Words that are a program in cmd and an alias for something else in Windows PowerShell. */
    private static final Map<String, String> CMD_SWITCHED = Map.of(
            "del", "Remove-Item",
            "erase", "Remove-Item",
            "dir", "Get-ChildItem",
            "copy", "Copy-Item",
            "move", "Move-Item",
            "rd", "Remove-Item",
            "rmdir", "Remove-Item",
            "ren", "Rename-Item",
            "type", "Get-Content");

    private static final Pattern SWITCH = Pattern.compile("\\s/[a-zA-Z](?=\\s|:|$)");
    private static final Set<String> BUILT_INTO_CMD = Set.of("ver", "vol", "assoc", "ftype", "mklink", "call");
    private static final Pattern REGISTRY_PATH =
            Pattern.compile("(?:^|[\\s(=])(HK(?:LM|CU|CR|U|EY_[A-Z_]+):?\\\\\\S*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACED_FOLDER = Pattern.compile(
            "\\\\(?:Program Files|Windows NT|Terminal Services|Remote Desktop|Terminal Server|Documents and Settings|Session Manager)\\b");
    private static final Pattern REG =
            Pattern.compile("(?:^|[\\s&|(])reg(?:\\.exe)?\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    private final Command command;
    private final List<Fault> faults = new ArrayList<>();

    private CommandShape(Command command) {
        this.command = command;
    }

    static List<Fault> faults(Command command) {
        CommandShape shape = new CommandShape(command);
        String joined = command.text().replaceAll("[ \\t][`^\\\\][ \\t]*\\r?\\n\\s*", " ");
        boolean hereText = joined.contains("@'") || joined.contains("@\"") || joined.contains("<<");
        for (String line : hereText ? new String[0] : joined.split("\\r?\\n")) {
            shape.line(line.replaceAll("<[A-Za-z][^<>]{0,60}>", "placeholder"));
        }
        return List.copyOf(shape.faults);
    }

    private void fault(String code, String message, String hint) {
        faults.add(new Fault(code, message, hint));
    }

    private void line(String line) {
        Quotes quotes = Quotes.read(command.shell(), line);
        if (!quotes.closed()) {
            fault("quotes", "a quote is never closed: " + Fields.shorten(line.strip()), "Close it.");
            return;
        }
        services(line);
        registry(line, quotes.outside());
        switch (command.shell()) {
            case "cmd" -> cmd(line, quotes);
            case "powershell" -> powershell(line, quotes);
            default -> sh(line, quotes);
        }
    }

    private void services(String line) {
        Matcher wrong =
                Pattern.compile("(?i)(?<![\\w\\\\/.-])termserv(?![\\w\\\\/.-])").matcher(line);
        if (wrong.find()) {
            fault("service-name", "no service is called \"" + wrong.group() + "\"", "Its name is TermService.");
        }
    }

    private void registry(String line, String outside) {
        Matcher reg = REG.matcher(outside);
        boolean usesReg = reg.find();
        if (usesReg && reg.group(1).matches("(?i)add|delete") && !outside.matches("(?i).*\\s/f(?:\\s.*|$)")) {
            fault("reg-asks", "\"reg " + reg.group(1) + "\" without /f stops and asks", "Add /f.");
        }
        if (usesReg && line.matches("(?i).*\\bHK(?:LM|CU):\\\\.*")) {
            fault(
                    "registry-path",
                    "\"reg\" does not know HKLM:\\, which is PowerShell's drive",
                    "Write \"HKLM\\...\".");
        }
        if (REGISTRY_PATH.matcher(outside).find()
                || SPACED_FOLDER.matcher(outside).find()) {
            fault(
                    "unquoted-path",
                    "a path stands without quotes: " + Fields.shorten(line.strip()),
                    "Put it in quotes.");
        }
    }

    private void cmd(String line, Quotes quotes) {
        Matcher cmdlet = CMDLET.matcher(line);
        boolean hosted = HOSTED.matcher(line).find();
        if (!hosted && cmdlet.find()) {
            fault("shell", cmdlet.group(1) + " is PowerShell and cmd does not know it", "Write \"shell: powershell\".");
        } else if (!hosted && POWERSHELL_ONLY.matcher(line).find()) {
            fault("shell", "this is written for PowerShell", "Write \"shell: powershell\".");
        }
        if (!hosted && quotes.single()) {
            fault("quotes", "cmd does not know single quotes", "Use double quotes.");
        }
        if (line.matches("(?i)\\s*(sudo|systemctl|journalctl|grep|xfreerdp|apt|dnf)\\b.*")) {
            fault("shell", "this is written for Linux", "Write \"shell: sh\".");
        }
    }

    private void powershell(String line, Quotes quotes) {
        String first = line.strip().split("[\\s]+")[0];
        if (CMD_VARIABLE.matcher(line).find()
                && !LETS_PERCENT_PASS.matcher(line).find()) {
            fault("shell", "%VARIABLE% is cmd; PowerShell writes $env:VARIABLE", "Use $env:, or \"shell: cmd\".");
        }
        if (CMD_CONTROL.matcher(line).find() || BUILT_INTO_CMD.contains(first.toLowerCase(java.util.Locale.ROOT))) {
            fault("shell", "\"" + first + "\" is built into cmd", "Write \"shell: cmd\".");
        }
        String cmdlet = CMD_SWITCHED.get(first.toLowerCase(java.util.Locale.ROOT));
        if (cmdlet != null && SWITCH.matcher(quotes.outside()).find()) {
            fault(
                    "shell",
                    "in PowerShell \"" + first + "\" is " + cmdlet + " and has no such switch",
                    "Use " + cmdlet + ", or \"shell: cmd\".");
        }
        if (first.equalsIgnoreCase("sc")) {
            fault(
                    "shell",
                    "in Windows PowerShell \"sc\" is Set-Content and writes a file",
                    "Write sc.exe, or \"shell: cmd\".");
        }
        if (first.equalsIgnoreCase("curl") || first.equalsIgnoreCase("wget")) {
            fault("shell", "in Windows PowerShell \"" + first + "\" is Invoke-WebRequest", "Write " + first + ".exe.");
        }
        if (first.matches("(?i)icacls(\\.exe)?") && quotes.outside().contains("(")) {
            fault(
                    "quotes",
                    "PowerShell takes the brackets of icacls for its own",
                    "Quote it: \"NETWORK SERVICE:(R)\".");
        }
        if (quotes.outside().matches("(?i).*-Item(?:Property(?:Value)?)?\\s.*")
                && line.matches("(?i).*\\bHK(?:LM|CU)\\\\.*")) {
            fault("registry-path", "cmdlets need the drive with its colon", "Write \"HKLM:\\...\".");
        }
        if (line.matches("(?i)\\s*(sudo|systemctl|journalctl|grep|xfreerdp|apt|dnf)\\b.*")) {
            fault("shell", "this is written for Linux", "Write \"shell: sh\".");
        }
        if (quotes.outside().contains("&&")) {
            fault("shell", "Windows PowerShell 5.1 has no &&", "Write two commands, or use \";\".");
        }
    }

    private void sh(String line, Quotes quotes) {
        Matcher cmdlet = CMDLET.matcher(line);
        if (cmdlet.find() && !line.matches("(?i).*\\bpwsh\\b.*")) {
            fault("shell", cmdlet.group(1) + " is PowerShell", "Write \"shell: powershell\".");
        }
        if (line.matches("(?i)\\s*(?:reg|netsh|sc|net|ipconfig|qwinsta|certutil|icacls)(?:\\.exe)?\\s.*")
                && !line.matches("(?i)\\s*net\\s+(?:ads|rpc|conf|lookup|time)\\b.*")) {
            fault("shell", "this is a Windows program", "Write \"shell: cmd\".");
        }
        if (CMD_VARIABLE.matcher(quotes.outside()).find()) {
            fault("shell", "%VARIABLE% is cmd", "Write \"shell: cmd\", or $VARIABLE.");
        }
    }
}
