package epro.support.security;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads a {@link Caller} from the claims of a checked token. */
public final class TokenClaims {
    private static final String NO_SITE = "unassigned";

    private TokenClaims() {}

    /** Who is calling; empty where no token was checked, as on a page for strangers. */
    public static Optional<Caller> caller(@Nullable Principal principal) {
        return principal instanceof JwtAuthenticationToken checked
                ? Optional.of(caller(checked.getToken()))
                : Optional.empty();
    }

    static Caller caller(Jwt token) {
        return new Caller(
                Objects.requireNonNull(token.getSubject()),
                Objects.requireNonNull(token.getClaimAsString("iss")),
                token.getClaimAsString("client_id"),
                token.getId(),
                scopes(token.getClaimAsString("scope")),
                sites(token),
                patient(token));
    }

    private static Set<String> scopes(@Nullable String scope) {
        return scope == null || scope.isBlank()
                ? Set.of()
                : Set.copyOf(List.of(scope.strip().split("\\s+")));
    }

    private static List<String> sites(Jwt token) {
        var sites = token.getClaimAsStringList("sites");
        return sites == null
                ? List.of()
                : sites.stream().filter(Objects::nonNull).toList();
    }

    private static @Nullable PatientBinding patient(Jwt token) {
        var study = token.getClaimAsString("study");
        var site = token.getClaimAsString("site");
        var patient = token.getClaimAsString("patient");
        if (study == null || patient == null) {
            return null;
        }
        return new PatientBinding(study, site == null ? NO_SITE : site, patient);
    }
}
