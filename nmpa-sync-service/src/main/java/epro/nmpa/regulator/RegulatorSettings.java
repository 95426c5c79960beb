package epro.nmpa.regulator;

import epro.support.start.IllegalSetting;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the regulator is, and how patiently it is asked.
 *
 * @param url Root of its API.
 * @param callTimeout How long one call may take altogether; its permit is kept longer, see the quota.
 * @param connectTimeout How long opening a connection may take.
 */
@ConfigurationProperties("epro.nmpa.regulator")
public record RegulatorSettings(
        URI url,
        @DefaultValue("10s") Duration callTimeout,
        @DefaultValue("2s") Duration connectTimeout) {

    public RegulatorSettings {
        requireHttp(url);
        requirePositive("call-timeout", callTimeout);
        requirePositive("connect-timeout", connectTimeout);
    }

    private static void requireHttp(@Nullable URI url) {
        if (url == null
                || url.getHost() == null
                || !String.valueOf(url.getScheme()).matches("https?")) {
            throw new IllegalSetting(
                    "epro.nmpa.regulator.url", "(EPRO_REGULATOR_URL) must be an http or https address, was " + url);
        }
    }

    private static void requirePositive(String name, Duration span) {
        if (!span.isPositive()) {
            throw new IllegalSetting("epro.nmpa.regulator." + name, "must be positive, was " + span);
        }
    }
}
