package dev.reconnect.intake;

import java.util.List;

/**
 * Logs of FreeRDP and of programs built on it (Remmina, Guacamole's and others' plug-ins): one message to a line,
 * {@code [time] [process:thread] [LEVEL][component] - text}. What an error means depends on how far the connection was.
 */
final class FreeRdpLogReader implements TextReader {

    private static final LogTable MESSAGES = new LogTable()
            .add("errconnect_dns", "client.log", "name-lookup-failed")
            .add("errconnect_dns", "error.message", "name-not-found")
            .add("errconnect_connect_failed", "client.log", "connect-failed")
            .add("failed to connect to", "client.log", "connect-failed")
            .add("tpdu length", "client.log", "unexpected-packet")
            .add("tpdu length", "error.message", "not-rdp-answer")
            .add("tpkt header is not", "client.log", "unexpected-packet")
            .add("protocol security negotiation failure", "client.log", "negotiation-failed")
            .add("protocol security negotiation failure", "error.message", "negotiation-failure")
            .add("unknown protocol security error 6", "error.negotiation-failure", "user-auth-required")
            .add("certificate has expired (10)", "error.message", "certificate-expired-or-not-yet")
            .add("certificate has expired (10)", "host.certificate", "expired")
            .add("certificate is not yet valid", "error.message", "certificate-expired-or-not-yet")
            .add("self-signed certificate", "error.message", "certificate-untrusted")
            .add("self signed certificate", "error.message", "certificate-untrusted")
            .add("unable to get local issuer certificate", "error.message", "certificate-untrusted")
            .add("certificate name mismatch", "error.message", "certificate-name-mismatch")
            .add("identification has changed", "error.message", "certificate-changed")
            .add("the host key for .. has changed", "error.message", "certificate-changed")
            .add("certificate not trusted, aborting", "client.log", "certificate-not-accepted")
            .add("automatically denying", "client.log", "certificate-not-accepted")
            .add("certificate store initialization failed", "client.log", "certificate-store-failed")
            .add("error creating directory", "client.log", "certificate-store-failed")
            .add("mcs_recv_connect_response failure", "client.log", "mcs-failed")
            .add("errconnect_mcs", "client.log", "mcs-failed")
            .add("license connection sequence aborted", "client.log", "licensing-failed")
            .add("license connection sequence aborted", "error.message", "licensing-error")
            .add("cannot find kdc", "client.log", "no-kdc")
            .add("cannot contact any kdc", "client.log", "no-kdc")
            .add("errconnect_kdc_unreachable", "client.log", "no-kdc")
            .add("cannot find kdc", "error.message", "kerberos-error")
            .add("server not found in kerberos database", "client.log", "unknown-principal")
            .add("server not found in kerberos database", "error.message", "kerberos-error")
            .add("krb5", "error.message", "kerberos-error")
            .add("no md4", "client.log", "no-md4-or-rc4")
            .add("no rc4", "client.log", "no-md4-or-rc4")
            .add("legacy provider failed", "client.log", "no-md4-or-rc4")
            .add("parsed proxy configuration", "client.log", "proxy-used")
            .add("parsed proxy configuration", "client.proxy-variables", "yes")
            .add("http proxy: .. 403", "network.http-proxy-answer", "403")
            .add("http proxy: .. 407", "network.http-proxy-answer", "407")
            .add("http proxy: .. http/1. .. 50", "network.http-proxy-answer", "5xx")
            .add("http proxy: .. http/1. .. 40", "client.log", "proxy-refused")
            .add("socks proxy: failed", "client.log", "proxy-refused")
            .add("rdg_tls_connect .. tls_connect_failed", "client.log", "gateway-tls-failed")
            .add("rdg_tls_connect .. tls_connect_failed", "gateway.port-reachable", "no")
            .add("gateway does not support http transport", "client.log", "gateway-not-a-gateway")
            .add("gateway does not support http transport", "gateway.answer", "no-transport")
            .add("com.freerdp.core.gateway", "gateway.used", "yes")
            .add("http status: 401", "gateway.answer", "401")
            .add("http status: 403", "gateway.answer", "403")
            .add("http status: 404", "gateway.answer", "404")
            .add("http status: 407", "gateway.answer", "407")
            .add("http status: 503", "gateway.answer", "503")
            .add("e_proxy_nap_accessdenied", "error.message", "gateway-not-authorized")
            .add("e_proxy_rap_accessdenied", "error.message", "gateway-not-authorized")
            .add("hostname .. could not be resolved", "client.log", "name-lookup-failed");

    /** Versions before 2.0 print plain sentences. */
    private static final LogTable OLD = new LogTable()
            .add("unable to connect to", "client.log", "connect-failed")
            .add("unable to connect to", "network.port-reachable", "no")
            .add("protocol security negotiation failure", "client.log", "negotiation-failed")
            .add("protocol security negotiation failure", "error.message", "negotiation-failure")
            .add("authentication failure, check credentials", "error.message", "credentials-did-not-work")
            .add("getaddrinfo", "client.log", "name-lookup-failed")
            .add("getaddrinfo", "error.message", "name-not-found");

    private final CodeScanner codes;

    FreeRdpLogReader(CodeScanner codes) {
        this.codes = codes;
    }

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Line> lines = pasted.lines();
        FreeRdpProgress progress = new FreeRdpProgress();
        boolean any = false;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (isMessage(line)) {
                message(line, progress, findings);
                any = true;
            } else if (isOld(line)) {
                OLD.read(line, findings);
                findings.claim(line);
            } else if (any && belongs(line)) {
                question(line, findings);
            }
        }
        if (any) {
            progress.report(findings);
            if (!pasted.text().contains("emmina") && !pasted.text().contains("guacd")) {
                findings.addBackground("client.kind", "freerdp", lines.get(0).whole());
            }
        }
    }

    private static boolean isMessage(Line line) {
        return line.has("[com.freerdp.") || line.has("[com.winpr.") || line.has("libfreerdp returned code");
    }

    private static boolean isOld(Line line) {
        boolean target = line.startsWith("unable to connect to ") && line.text().indexOf(':') > 0;
        return target
                || line.startsWith("ssl_read: ")
                || line.startsWith("ssl_write: ")
                || line.startsWith("error: protocol security negotiation")
                || line.startsWith("authentication failure, check credentials")
                || line.startsWith("if credentials are valid, the ntlmssp")
                || line.startsWith("tcp_connect: getaddrinfo")
                || line.startsWith("transport_connect: getaddrinfo");
    }

    private void message(Line line, FreeRdpProgress progress, Findings findings) {
        MESSAGES.read(line, findings);
        codes.names(line, findings);
        if (!line.has("errinfo") && line.hasAny("errconnect", "ntstatus", "status", "returned code", "error_info")) {
            codes.statuses(line, findings);
        }
        if (line.has("alert")) {
            TlsAlerts.report(line.lower(), line.whole(), findings);
        }
        progress.take(line, findings);
        findings.claim(line);
    }

    /** The question about a certificate that FreeRDP prints between its messages; its advice is no finding. */
    private static void question(Line line, Findings findings) {
        if (line.has("has changed!!!")) {
            findings.add("error.message", "certificate-changed", line.whole());
        } else if (line.hasAll("do you trust", "not trusted, aborting")) {
            findings.add("client.log", "certificate-not-accepted", line.whole());
        }
        findings.claim(line);
    }

    private static boolean belongs(Line line) {
        return line.hasAny(
                "certificate details for",
                "common name:",
                "subject:",
                "issuer:",
                "thumbprint:",
                "x.509 certificate",
                "the ca certificate in your",
                "openssl documentation",
                "do you trust the above",
                "certificate has been tampered",
                "contact the administrator of the rdp",
                "could not read answer",
                "certificate for ",
                "certificate details:",
                "valid from",
                "valid to");
    }
}
