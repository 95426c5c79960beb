package epro.stack;

import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code endpoints.env} says: only of parts that run, so that a missing key means a missing part. */
record EndpointValues(Site site) {

    Endpoints of(Map<Part, Long> pids) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Part service : Part.values()) {
            if (Part.SERVICES.contains(service) && pids.containsKey(service)) {
                values.put(
                        "EPRO_%s_URL".formatted(service.key()),
                        site.address(service).toString());
                values.put(
                        "EPRO_%s_MANAGEMENT_URL".formatted(service.key()),
                        site.management(service).toString());
            }
        }
        if (pids.containsKey(Part.REGULATOR)) {
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
        values.put(
                "EPRO_SIGNING_PUBLIC_KEY",
                site.signingKeys().processing().open().toString());
        for (StandardRole role : StandardRole.values()) {
            values.put("EPRO_TOKEN_" + role, site.tokenByRole().get(role));
        }
        for (Part part : Part.values()) {
            if (pids.containsKey(part)) {
                values.put("EPRO_PID_" + part, String.valueOf(pids.get(part)));
            }
        }
        values.put("EPRO_LAUNCHER_PID", Long.toString(ProcessHandle.current().pid()));
        values.put("EPRO_STACK_DATA", site.data().toString());
        return new Endpoints(values);
    }
}
