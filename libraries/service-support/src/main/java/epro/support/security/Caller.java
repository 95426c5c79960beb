package epro.support.security;

import epro.support.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Who is calling, as the checked token says; a parameter of this type of a controller's method is filled in.
 *
 * @param patient Present only in a patient's own token.
 */
public record Caller(
        String subject,
        String issuer,
        @Nullable String clientId,
        @Nullable String tokenId,
        Set<String> scopes,
        List<String> sites,
        @Nullable PatientBinding patient) {

    public Caller {
        scopes = Set.copyOf(scopes);
        sites = List.copyOf(sites);
    }

    /** Whether the token carries this scope. */
    public boolean has(String scope) {
        return scopes.contains(scope);
    }

    /**
     * Refuses a caller without this scope.
     *
     * @throws ProblemException 403 {@code forbidden}
     */
    public void require(String scope) {
        if (!has(scope)) {
            throw forbidden();
        }
    }

    /** Whether the token's {@code sites} claim covers this site of this study. Says nothing about scopes. */
    public boolean mayRead(String studyId, String siteId) {
        return grants().anyMatch(grant -> grant.covers(studyId, siteId));
    }

    /** Whether the {@code sites} claim covers every site of this study. Says nothing about scopes. */
    public boolean coversStudy(String studyId) {
        return grants().anyMatch(grant -> grant.coversAllOf(studyId));
    }

    /** Whether it covers any site of this study. Says nothing about scopes. */
    public boolean coversSomeOf(String studyId) {
        return grants().anyMatch(grant -> grant.isOf(studyId));
    }

    /** Whether it covers every study. Says nothing about scopes. */
    public boolean coversEverything() {
        return grants().anyMatch(SiteGrant::isEverything);
    }

    /** What the {@code sites} claim is for. Says nothing about scopes. */
    public Stream<SiteGrant> grants() {
        return sites.stream().flatMap(text -> SiteGrant.parse(text).stream());
    }

    /** Whether this is the token of this very patient. */
    public boolean isPatient(String studyId, String patientId) {
        return patient != null
                && patient.studyId().equals(studyId)
                && patient.patientId().equals(patientId);
    }

    /** The one answer to everything that a token does not allow. */
    public static ProblemException forbidden() {
        return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "The token does not allow this.");
    }

    @Override
    public String toString() {
        return "Caller[" + scopes + "]";
    }
}
