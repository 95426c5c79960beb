package epro.intake.request;

import static epro.intake.request.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import epro.support.security.Caller;
import epro.support.security.PatientBinding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBindingTest {
    private static final BoundPatient BOUND = new BoundPatient("S1", "A", "P1");
    private static final Caller PATIENT =
            caller("submissions:write:own", List.of(), new PatientBinding("S1", "A", "P1"));

    @ParameterizedTest
    @ValueSource(strings = {"", "'studyId':'S1',", "'studyId':'S1','siteId':'A',", "'siteId':null,"})
    void fillsInFromAPatientsTokenWhatTheBodyLeavesOut(String members) {
        assertThat(TokenBinding.bind(Forms.with(members), PATIENT)).isEqualTo(BOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'studyId':'S2',", "'siteId':'B',", "'studyId':'',", "'studyId':'s1',"})
    void refusesABodyThatDisagreesWithAPatientsToken(String members) {
        assertRefused(() -> TokenBinding.bind(Forms.with(members), PATIENT), 403, "forbidden");
    }

    @Test
    void refusesAnotherPatientsBody() {
        var other = caller("submissions:write:own", List.of("*"), new PatientBinding("S1", "A", "P2"));

        assertRefused(() -> TokenBinding.bind(Forms.with(""), other), 403, "forbidden");
    }

    @Test
    void refusesAPatientsScopeWithoutAPatient() {
        var nobody = caller("submissions:write:own", List.of("*"), null);

        assertRefused(() -> TokenBinding.bind(Forms.with(""), nobody), 403, "forbidden");
    }

    @Test
    void letsAGatewayStateThePatientWithinItsSites() {
        var gateway = caller("submissions:write:any", List.of("S1/A"), null);

        assertThat(TokenBinding.bind(Forms.with("'studyId':'S1','siteId':'A',"), gateway))
                .isEqualTo(BOUND);
        assertRefused(() -> TokenBinding.bind(Forms.with("'studyId':'S1','siteId':'B',"), gateway), 403, "forbidden");
        assertRefused(() -> TokenBinding.bind(Forms.with(""), gateway), 403, "forbidden");
    }

    @Test
    void callsWhatAGatewayLeavesOutUnassigned() {
        var everywhere = caller("submissions:write:any", List.of("*"), null);

        assertThat(TokenBinding.bind(Forms.with(""), everywhere))
                .isEqualTo(new BoundPatient("unassigned", "unassigned", "P1"));
    }

    @Test
    void refusesWhoMayNotWriteAtAll() {
        assertRefused(() -> TokenBinding.requireWriter(caller("crf:read ops", List.of("*"), null)), 403, "forbidden");
        assertThatCode(() -> TokenBinding.requireWriter(PATIENT)).doesNotThrowAnyException();
    }

    private static Caller caller(String scope, List<String> sites, @Nullable PatientBinding patient) {
        return new Caller("subject", "issuer", null, null, Set.of(scope.split(" ")), sites, patient);
    }
}
