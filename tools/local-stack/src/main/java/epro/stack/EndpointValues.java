package epro.stack;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What {@code endpoints.env} says: only of parts that run, so that a missing key means a missing part. */
record EndpointValues(Site site) {

    /** Of processes that this one has started. */
    Endpoints of(Map<Part, Long> pids) {
        Map<String, String> values = addresses(pids.keySet());
        for (Part part : Part.values()) {
            if (pids.containsKey(part)) {
                values.put("EPRO_PID_" + part, String.valueOf(pids.get(part)));
            }
        }
        values.put("EPRO_LAUNCHER_PID", Long.toString(ProcessHandle.current().pid()));
        return new Endpoints(values);
    }

    /** Of all parts, run by somebody else. */
    Endpoints elsewhere() {
        return new Endpoints(addresses(EnumSet.allOf(Part.class)));
    }

    private Map<String, String> addresses(Set<Part> parts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Part service : Part.values()) {
            if (Part.SERVICES.contains(service) && parts.contains(service)) {
                values.put(
                        "EPRO_%s_URL".formatted(service.key()),
                        site.address(service).toString());
                values.put(
                        "EPRO_%s_MANAGEMENT_URL".formatted(service.key()),
                        site.management(service).toString());
            }
        }
        if (parts.contains(Part.REGULATOR)) {
            values.put("EPRO_REGULATOR_URL", site.address(Part.REGULATOR).toString());
        }
        values.put("EPRO_KAFKA", site.kafka());
        values.put("EPRO_REGISTRY_URL", site.registry().toString());
        values.put("EPRO_SMTP", site.smtp());
        values.put("EPRO_MAILBOX_URL", site.management(Part.SMTP).toString());
        values.put(
                "EPRO_JDBC_URL",
                site.database().access(DatabaseRole.EPRO_READER).urlWithLogin());
        values.put("EPRO_AUTH_ISSUER", Tokens.ISSUER);
        values.put("EPRO_AUTH_JWKS", site.tokens().keySet().toString());
        SigningKeys keys = site.signingKeys();
        values.put("EPRO_SIGNING_PUBLIC_KEY", keys.processing().open().toString());
        values.put(
                "EPRO_SIGNING_PUBLIC_KEY_NOTIFICATION",
                keys.notification().open().toString());
        values.put("EPRO_SIGNING_PUBLIC_KEY_NMPA", keys.nmpa().open().toString());
        for (StandardRole role : StandardRole.values()) {
            values.put("EPRO_TOKEN_" + role, site.tokenByRole().get(role));
        }
        values.put("EPRO_STACK_DATA", site.data().toString());
        return values;
    }
}
