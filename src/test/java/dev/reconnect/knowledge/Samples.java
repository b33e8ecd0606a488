package dev.reconnect.knowledge;

import java.util.Map;
import java.util.TreeMap;

/** A small, flawless set of files for tests to break. */
public final class Samples {

    public static final String SYMPTOMS = "knowledge/symptoms/host.yaml";
    public static final String CAUSE = "knowledge/causes/certificate/cert-expired.yaml";
    public static final String FIX = "knowledge/fixes/certificate/renew-certificate.yaml";
    public static final String CODES = "knowledge/codes/mstsc.csv";
    public static final String CASES = "rules/certificate/cert-expired.cases.yaml";
    public static final String REAL_CASES = "knowledge/cases/certificate/c1.yaml";
    public static final String DANGEROUS = "knowledge/safety/dangerous-commands.yaml";

    private static final Map<String, String> FILES =
            Map.of(SYMPTOMS, """
            symptoms:
              - id: host.certificate
                question: "In what state is the certificate?"
                type: choice
                minutes: 3
                choices:
                  "expired": {label: "Expired", phrases: ["(cert|certificate) [has|is] expired"]}
                  "valid": {label: "Valid"}
              - id: host.uptime-days
                question: "How many days has it been up?"
                type: number
                unit: "days"
                minutes: 1
              - id: error.code
                question: "Which code does it show?"
                type: code
                minutes: 0.3
                multiple: true
              - id: stage.stopped-at
                question: "Where did it stop?"
                type: choice
                minutes: 1
                derived: true
                choices:
                  "tcp": {label: "TCP"}
                  "tls": {label: "TLS"}
            """, CAUSE, """
            title: "Certificate expired"
            stage: tls
            frequency: common
            explanation: "It is past its end date. Clients refuse it."
            check:
              title: "Look at the certificate"
              where: host
              privilege: local-admin
              minutes: 3
              instructions: ["List the certificates."]
              commands:
                - {shell: powershell, text: 'Get-ChildItem "Cert:\\LocalMachine\\Remote Desktop"'}
              confirms: "NotAfter lies in the past."
              settles: {symptom: host.certificate, value: expired}
            fixes:
              - {fix: renew-certificate, helps: usually}
            sources:
              - {title: "A page", url: "https://example.org/page"}
            """, FIX, """
            title: "Renew the certificate"
            instructions: ["Restart the service that makes it."]
            commands:
              - {shell: powershell, text: 'Restart-Service SessionEnv -Force'}
            where: host
            privilege: local-admin
            minutes: 5
            risk: medium
            warning: "Have console access."
            verify: "A new one is listed."
            undo: "Nothing to take back."
            sources:
              - {title: "A page", url: "https://example.org/page"}
            """, CODES, """
            code,family,name,meaning,stage,message,source,causes
            0x904,mstsc,,"TLS broke, or the network",tls,,docs,cert-expired
            """, CASES, """
            cases:
              - name: "expired"
                symptoms: {error.code: ["0x904", 0x7], host.certificate: expired}
                expect: first
                fires: [seen-expired]
            """, REAL_CASES, """
            cases:
              - name: "c1"
                text: "It says expired."
                cause: cert-expired
                source: "https://example.org/thread"
            """, DANGEROUS, """
            commands:
              - id: restart
                class: disrupts
                patterns: ["restart-service termservice"]
                why: "It cuts users off."
                instead: "Warn them."
            """);

    private Samples() {}

    public static Map<String, String> files() {
        return new TreeMap<>(FILES);
    }

    /** The flawless files with one replaced or added. */
    public static FileSet with(String path, String text) {
        Map<String, String> files = files();
        files.put(path, text);
        return FileSet.of(files);
    }

    /** The flawless files with one passage replaced. */
    public static FileSet with(String path, String passage, String by) {
        String text = files().get(path);
        if (!text.contains(passage)) {
            throw new IllegalArgumentException(path + " does not contain " + passage);
        }
        return with(path, text.replace(passage, by));
    }
}
