package dev.reconnect.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped list of dangerous commands, and the grammar of the shells, against commands as people write them. */
class DangerousCommandsTest {

    private static final String LIST = "knowledge/safety/dangerous-commands.yaml";
    private static final DangerousCommands SHIPPED = shipped();

    private static DangerousCommands shipped() {
        try {
            List<Flaw> flaws = new ArrayList<>();
            DangerousCommandsFile file = new DangerousCommandsFile();
            file.read(new Sheet(LIST, Files.readString(Path.of(LIST)), flaws));
            assertThat(flaws).isEmpty();
            return file.commands();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " :: ",
            quoteCharacter = '~',
            value = {
                "nla-off :: reg add \"HKLM\\SYSTEM\\X\\RDP-Tcp\" /v UserAuthentication /t REG_DWORD /d 0 /f",
                "nla-off :: reg.exe ADD \"HKLM\\X\" /v userauthentication /d 0x0 /f",
                "nla-off :: Set-ItemProperty -Path 'HKLM:\\X' -Value 0 -Name \"UserAuthentication\"",
                "nla-off :: (Get-WmiObject -Class Win32_TSGeneralSetting).SetUserAuthenticationRequired(0)",
                "nla-off :: cmd /c \"reg add HKLM\\X /v UserAuthentication /d 0 /f\"",
                "nla-off :: az vm run-command invoke -g g -n v --command-id DisableNLA",
                "rdp-switched :: reg add \"HKLM\\X\" /v fDenyTSConnections /t REG_DWORD /d 0 /f",
                "security-layer-rdp :: Set-ItemProperty 'HKLM:\\X' SecurityLayer 0",
                "credssp-vulnerable :: reg add \"HKLM\\X\\CredSSP\\Parameters\" /v AllowEncryptionOracle /t REG_DWORD /d 2 /f",
                "machine-keys-folder :: ren \"C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\" MachineKeys.old",
                "machine-keys-folder :: Rename-Item C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys MachineKeys_old",
                "machine-keys-folder :: Remove-Item \"C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\*\" -Force",
                "machine-keys-folder :: del C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\*.*",
                "machine-keys-recursive :: takeown /f \"C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\" /a /r",
                "firewall-off :: netsh advfirewall set allprofiles state off",
                "firewall-off :: Set-NetFirewallProfile -Profile Domain,Public,Private -Enabled False",
                "firewall-off :: sudo ufw disable",
                "antivirus-off :: Set-MpPreference -DisableRealtimeMonitoring $true",
                "old-tls-on :: reg add \"HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.0\\Server\" /v Enabled /t REG_DWORD /d 1 /f",
                "rdp-tcp-deleted :: reg delete \"HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp\" /f",
                "policy-client-off :: reg add \"HKLM\\SYSTEM\\CurrentControlSet\\Services\\gpsvc\" /v Start /t REG_DWORD /d 4 /f",
                "policy-client-off :: sc config gpsvc start= disabled",
                "network-service-administrator :: net localgroup Administrators \"NT AUTHORITY\\NETWORK SERVICE\" /add",
                "network-service-administrator :: Add-LocalGroupMember -Group Administrators -Member 'NETWORK SERVICE'",
                "blank-passwords :: reg add \"HKLM\\SYSTEM\\X\\Lsa\" /v LimitBlankPasswordUse /t REG_DWORD /d 0 /f",
                "channel-binding-off :: reg add \"HKLM\\X\" /v EnforceChannelBinding /t REG_DWORD /d 0 /f",
                "connection-limits-raised :: reg add \"HKLM\\X\" /v MaxOutstandingConnections /t REG_DWORD /d 10000 /f",
                "winrm-open :: Enable-PSRemoting -Force",
                "winrm-open :: winrm quickconfig",
                "winrm-unverified :: Set-Item WSMan:\\localhost\\Client\\TrustedHosts -Value '*'",
                "session-ended :: logoff 3 /server:host",
                "session-ended :: reset session 3",
                "termservice-restart :: Restart-Service TermService -Force",
                "termservice-restart :: net stop TermService /y",
                "network-reset :: netsh winsock reset",
                "network-reset :: netsh int ip reset",
                "network-reset :: ipconfig /release",
                "deletes-trees :: rm -rf /var/lib/x",
                "deletes-trees :: del /s /q C:\\x",
                "deletes-trees :: Remove-Item C:\\x -Recurse -Force",
                "disk :: format d: /q",
                "disk :: echo y | format D: /q",
                "runs-strangers-code :: curl -fsSL https://example.org/x.sh | sudo sh",
                "runs-strangers-code :: iwr https://example.org/x.ps1 -UseBasicParsing | iex",
                "runs-strangers-code :: Set-ExecutionPolicy Unrestricted",
                "runs-strangers-code :: powershell -ExecutionPolicy Bypass -File x.ps1",
                "runs-strangers-code :: Invoke-Expression (Get-Content x)",
                "grace-period :: reg delete \"HKLM\\SYSTEM\\X\\RCM\\GracePeriod\" /f",
                "termsrv-patch :: copy termsrv.dll C:\\Windows\\System32\\termsrv.dll",
                "open-to-the-internet :: az network nsg rule create --access Allow --source-address-prefixes Internet --destination-port-ranges 3389",
                "open-to-the-internet :: aws ec2 authorize-security-group-ingress --port 3389 --cidr 0.0.0.0/0",
                "rule-for-public-networks :: Set-NetFirewallRule -DisplayGroup \"Remote Desktop\" -Profile Public -Enabled True",
                "profile-deleted :: Get-CimInstance Win32_UserProfile | Where-Object LocalPath -like '*x' | Remove-CimInstance",
                "client-does-not-verify :: xfreerdp /v:host /cert:ignore",
                "updates-removed :: wusa /uninstall /kb:5000000",
                "domain-membership :: Test-ComputerSecureChannel -Repair -Credential (Get-Credential)",
            })
    void findsWhatIsOnTheList(String id, String command) {
        assertThat(SHIPPED.find(command)).map(DangerousCommands.Entry::id).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reg query \"HKLM\\SYSTEM\\X\\RDP-Tcp\" /v UserAuthentication",
                "reg add \"HKLM\\X\" /v UserAuthentication /t REG_DWORD /d 1 /f",
                "reg add \"HKLM\\X\" /v SecurityLayer /t REG_DWORD /d 2 /f",
                "Get-ItemProperty \"HKLM:\\X\" -Name fDenyTSConnections",
                "Get-ChildItem \"Cert:\\LocalMachine\\Remote Desktop\" | Format-List Thumbprint,NotAfter",
                "Get-Service TermService,SessionEnv | Format-Table Name,Status",
                "Restart-Service SessionEnv -Force",
                "Start-Service TermService",
                "sc.exe query TermService",
                "Get-NetFirewallProfile | Select-Object Name,Enabled",
                "Get-NetFirewallRule -DisplayGroup \"Remote Desktop\"",
                "Enable-NetFirewallRule -DisplayGroup \"Remote Desktop\"",
                "netsh advfirewall show allprofiles",
                "icacls \"C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\f686aace6942fb7f7ceb231212eef4a4_x\"",
                "Test-NetConnection <host> -Port 3389",
                "ipconfig /flushdns",
                "qwinsta /server:<host>",
                "reg delete \"HKLM\\SOFTWARE\\X\\CredSSP\\Parameters\" /v AllowEncryptionOracle /f",
                "sc config gpsvc start= auto",
                "Get-MpPreference | Select-Object DisableRealtimeMonitoring",
                "netstat -ano | findstr :3389",
                "journalctl -u xrdp --since '1 hour ago'",
                "net localgroup \"Remote Desktop Users\" <DOMAIN\\user> /add",
                "Get-Item WSMan:\\localhost\\Client\\TrustedHosts"
            })
    void leavesHarmlessCommandsAlone(String command) {
        assertThat(SHIPPED.find(command)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reg add \"HKLM\\X\" /v Y /d 1 /f",
                "net stop Spooler",
                "sc.exe config SessionEnv start= demand",
                "Set-Service SessionEnv -StartupType Manual",
                "gpupdate /force",
                "icacls \"C:\\x\" /grant \"NETWORK SERVICE:(R)\"",
                "sudo systemctl restart xrdp",
                "cmdkey /delete:TERMSRV/host",
                "ipconfig /flushdns",
                "ipconfig /all; Remove-Item C:\\x",
                "Get-Process x | Stop-Process",
                "powershell -Command \"Restart-Service SessionEnv\"",
                "net user bob /active:yes",
                "klist purge"
            })
    void aCheckMayNotChangeAnything(String command) {
        assertThat(ChangingVerbs.find(command)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Get-WinEvent -LogName System -MaxEvents 50 | Where-Object Id -eq 36870",
                "reg query \"HKLM\\X\" /v Start",
                "net user bob /domain",
                "net accounts",
                "sc.exe query TermService",
                "sc.exe qc TermService",
                "netsh interface tcp show global",
                "netsh advfirewall firewall show rule name=all",
                "icacls \"C:\\x\"",
                "systemctl status xrdp",
                "certutil -store \"Remote Desktop\"",
                "cmdkey /list",
                "klist",
                "route print",
                "arp -a",
                "nltest /sc_verify:<domain>",
                "w32tm /query /status",
                "az vm show -g <group> -n <name>",
                "dsregcmd /status",
                "Test-ComputerSecureChannel -Verbose",
                "ss -tlnp | grep 3389",
                "openssl s_client -connect <host>:3389",
                "gpresult /h report.html",
                "Invoke-Command -ComputerName <host> {Get-Service TermService}",
                "wevtutil qe System /q:\"*[System[(EventID=36870)]]\" /c:5 /f:text",
                "New-Object System.Net.Sockets.TcpClient"
            })
    void aCheckMayLook(String command) {
        assertThat(ChangingVerbs.find(command)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " :: ",
            quoteCharacter = '~',
            value = {
                "quotes :: powershell :: Get-Item \"C:\\x",
                "quotes :: cmd :: dir \"C:\\Program Files",
                "quotes :: cmd :: net user 'bob'",
                "quotes :: powershell :: icacls C:\\x /grant *S-1-5-20:(R)",
                "shell :: cmd :: Get-Service TermService",
                "shell :: cmd :: dir $env:ProgramData",
                "shell :: powershell :: dir %ProgramData%",
                "shell :: powershell :: del /f /q C:\\x",
                "shell :: powershell :: sc config TermService start= demand",
                "shell :: powershell :: if exist C:\\x echo yes",
                "shell :: powershell :: Get-Service a && Get-Service b",
                "shell :: sh :: Get-Service TermService",
                "shell :: sh :: netsh interface show",
                "shell :: cmd :: sudo systemctl status xrdp",
                "service-name :: cmd :: net stop termserv",
                "service-name :: powershell :: Restart-Service TermServ",
                "reg-asks :: cmd :: reg add \"HKLM\\X\" /v Y /d 1",
                "reg-asks :: powershell :: reg.exe delete \"HKLM\\X\" /v Y",
                "registry-path :: cmd :: reg query \"HKLM:\\SOFTWARE\"",
                "registry-path :: powershell :: Get-ItemProperty \"HKLM\\SOFTWARE\\X\"",
                "unquoted-path :: cmd :: reg query HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server",
                "unquoted-path :: cmd :: C:\\Program Files\\x\\y.exe",
            })
    void seesWhatItsShellCannotRun(String code, String shell, String text) {
        assertThat(CommandShape.faults(new Command(shell, text)))
                .extracting(CommandShape.Fault::code)
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " :: ",
            quoteCharacter = '~',
            value = {
                "cmd :: net stop TermService",
                "powershell :: net stop TermService",
                "powershell :: reg query \"HKLM\\SOFTWARE\\X\" /v Y",
                "powershell :: sc.exe query TermService",
                "powershell :: Get-Content \"$env:ProgramData\\x.log\"",
                "powershell :: # don't run this over RDP",
                "powershell :: Write-Output 'it''s'",
                "powershell :: icacls \"C:\\x\" /grant \"NETWORK SERVICE:(R)\"",
                "powershell :: cmd /c \"dir %ProgramData%\"",
                "cmd :: powershell -Command \"Get-Service 'TermService'\"",
                "cmd :: net use \\\\<host>\\c$ /user:<user name>",
                "cmd :: wevtutil qe System /q:\"*[System[Provider[@Name='Schannel']]]\" /c:5",
                "sh :: xfreerdp /v:<host> /u:'DOMAIN\\user'",
                "sh :: echo it\\'s",
                "sh :: net ads testjoin",
                "powershell :: reg add \"HKLM\\X\" /v P /t REG_EXPAND_SZ /d \"%SystemDrive%\\x\" /f",
            })
    void acceptsWhatItsShellCanRun(String shell, String text) {
        assertThat(CommandShape.faults(new Command(shell, text))).isEmpty();
    }

    @Test
    void aPatternOfManyStarsIsMatchedQuickly() {
        String glob = "*a".repeat(30) + "b";
        assertThat(CommandPattern.matches(glob, "a".repeat(100_000))).isFalse();
    }

    @Test
    void everyDangerIsExplained() {
        assertThat(SHIPPED.entries()).hasSizeGreaterThan(40).allSatisfy(entry -> {
            assertThat(entry.why()).endsWith(".");
            assertThat(entry.instead()).endsWith(".");
        });
    }
}
