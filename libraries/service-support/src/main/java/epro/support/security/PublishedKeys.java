package epro.support.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import epro.support.start.IllegalSetting;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The issuer's public keys, kept for 30 seconds: so long a key counts that was withdrawn. They are read again in the background by who
 * asks in the last third of it, and when a token names an unknown one, at most twice in five seconds. They outlive an outage of their
 * source by 15 minutes.
 */
final class PublishedKeys implements JWKSource<SecurityContext> {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration OUTLIVE_OUTAGE = Duration.ofMinutes(15);
    private static final Duration READ_AGAIN = Duration.ofSeconds(5);
    private static final Duration FETCH_TIMEOUT = Duration.ofMillis(800);

    /** To connect, to read, and a little more: whoever comes while another one reads the keys waits as long at the most. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(2);

    private static final int BYTES_MAX = 256 * 1024;

    private final JWKSource<SecurityContext> source;
    private volatile boolean read;

    PublishedKeys(URI address) {
        this(address, KEPT);
    }

    PublishedKeys(URI address, Duration kept) {
        source = source(address)
                .cache(kept.toMillis(), READ_TIMEOUT.toMillis())
                .refreshAheadCache(kept.dividedBy(3).toMillis(), false)
                .rateLimited(READ_AGAIN.toMillis())
                .outageTolerant(OUTLIVE_OUTAGE.toMillis())
                .build();
    }

    /** Too many unknown keys are unknown keys, not an outage: the answer stays 401, or anybody could make it 503. */
    @Override
    public List<JWK> get(JWKSelector wanted, SecurityContext context) throws KeySourceException {
        try {
            var keys = source.get(wanted, context);
            read = true;
            return keys;
        } catch (RateLimitReachedException e) {
            if (read) {
                return List.of();
            }
            throw e;
        }
    }

    private static JWKSourceBuilder<SecurityContext> source(URI address) {
        if ("file".equals(address.getScheme())) {
            return JWKSourceBuilder.create(new FileKeySet(Path.of(address)));
        }
        int timeout = (int) FETCH_TIMEOUT.toMillis();
        try {
            return JWKSourceBuilder.create(address.toURL(), new DefaultResourceRetriever(timeout, timeout, BYTES_MAX));
        } catch (MalformedURLException e) {
            throw new IllegalSetting("epro.auth.jwks", "must be an address that can be fetched, was " + address);
        }
    }
}
