package epro.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final Contact DEFAULT = contact("default", "*", "*", ContactRole.DEFAULT);
    private static final Contact SITE_CRC = contact("site-crc", "S", "1", ContactRole.CRC);
    private static final Contact SITE_PI = contact("site-pi", "S", "1", ContactRole.PRINCIPAL_INVESTIGATOR);
    private static final Contact STUDY_CRC = contact("study-crc", "S", "*", ContactRole.CRC);
    private static final Contact STUDY_SUB = contact("study-sub", "S", "*", ContactRole.SUB_INVESTIGATOR);
    private static final Contact ELSEWHERE = contact("elsewhere", "S", "2", ContactRole.CRC);

    @Test
    void prefersTheSiteToTheStudyAndTheStudyToTheDefault() {
        assertThat(to(ContactRole.CRC, SITE_CRC, STUDY_CRC)).containsExactly(SITE_CRC);
        assertThat(to(ContactRole.CRC, STUDY_CRC, ELSEWHERE)).containsExactly(STUDY_CRC);
        assertThat(to(ContactRole.CRC, ELSEWHERE)).containsExactly(DEFAULT);
    }

    @Test
    void tellsWhoIsFurtherUpAtTheSiteRatherThanWhoIsFurtherAway() {
        assertThat(to(ContactRole.SUB_INVESTIGATOR, SITE_CRC, SITE_PI, STUDY_SUB))
                .containsExactly(SITE_PI);
    }

    @Test
    void goesToTheStudyForWhomTheSiteDoesNotHave() {
        assertThat(to(ContactRole.SUB_INVESTIGATOR, SITE_CRC, STUDY_SUB)).containsExactly(STUDY_SUB);
        assertThat(to(ContactRole.PRINCIPAL_INVESTIGATOR, SITE_CRC, STUDY_SUB)).containsExactly(DEFAULT);
    }

    @Test
    void namesEveryoneTheNearestFirst() {
        assertThat(routing(STUDY_CRC, SITE_PI, ELSEWHERE, SITE_CRC).everyone())
                .containsExactly(SITE_CRC, SITE_PI, STUDY_CRC, DEFAULT);
    }

    private static List<Contact> to(ContactRole role, Contact... contacts) {
        return routing(contacts).to(role);
    }

    private static Routing routing(Contact... contacts) {
        return new Routing(
                Stream.concat(Stream.of(DEFAULT), Stream.of(contacts)).toList(), "S", "1");
    }

    private static Contact contact(String id, String study, String site, ContactRole role) {
        return new Contact(id, study, site, role, id, "en", null, true);
    }
}
