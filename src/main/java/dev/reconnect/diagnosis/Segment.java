package dev.reconnect.diagnosis;

import dev.reconnect.fact.Symptom;
import java.util.Collection;

/**
 * A part of the estate whose causes are counted on their own, because they differ: what the host is, what the client is,
 * and whether a PAM product stands in between.
 */
public record Segment(String host, String client, boolean pam) {

    private static final String OPEN = "any";

    /** The segment that the reported and derived symptoms of a case put it in. */
    public static Segment of(Collection<Symptom> symptoms) {
        String host = OPEN;
        String client = OPEN;
        boolean pam = false;
        for (Symptom symptom : symptoms) {
            if (symptom.isUnknown()) {
                continue;
            }
            switch (symptom.id()) {
                case "host.family" -> host = symptom.value();
                case "client.family" -> client = symptom.value();
                case "pam.product" -> pam |= !symptom.value().equals("none");
                default ->
                    pam |= symptom.id().equals("network.route")
                            && symptom.value().equals("pam");
            }
        }
        return new Segment(host, client, pam);
    }

    /** Stable name for storing and listing, such as {@code host=windows,client=any,pam=no}. */
    public String name() {
        return "host=" + host + ",client=" + client + ",pam=" + (pam ? "yes" : "no");
    }
}
