package epro.processing.harm;

import static org.assertj.core.api.Assertions.assertThat;

import epro.processing.form.Questionnaires;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuspectedEventTest {
    private static final UUID SUBMISSION = UUID.fromString("5e1c2c7c-3c2c-5a3a-9a53-0d2f3f3c0a11");
    private static final Term NAUSEA = new Term("urn:t", "nausea", "Nausea");

    @Test
    void gathersTheFindingsOfOneTerm() {
        Finding pain = Finding.plain(FindingKind.RED_FLAG, "1", "t", new Term("urn:t", "pain", "Pain"));
        List<SuspectedEvent> events = events(graded(2), severe(2), pain);
        assertThat(events).extracting(event -> event.term().code()).containsExactly("nausea", "pain");
        assertThat(events.getFirst().findings()).hasSize(2);
        assertThat(events.getFirst().grade()).isEqualTo(2);
    }

    @Test
    void isTheSameEventWhoeverFindsItAndHoweverTheTermIsDisplayed() {
        UUID id = SuspectedEvent.idOf(SUBMISSION, NAUSEA);
        assertThat(SuspectedEvent.idOf(SUBMISSION, new Term("urn:t", "nausea", "恶心")))
                .isEqualTo(id);
        assertThat(id.version()).isEqualTo(5);
    }

    @Test
    void isUrgentAsTheBuiltInPlanSays() {
        assertThat(urgency(graded(2))).isEqualTo(Urgency.ROUTINE);
        assertThat(urgency(graded(3))).isEqualTo(Urgency.URGENT);
        assertThat(urgency(severe(1))).isEqualTo(Urgency.URGENT);
        assertThat(urgency(Finding.plain(FindingKind.WORSENING, "1", "q", NAUSEA)))
                .isEqualTo(Urgency.URGENT);
        assertThat(urgency(Finding.plain(FindingKind.PRESENCE, "1", "q", NAUSEA)))
                .isEqualTo(Urgency.ROUTINE);
        assertThat(urgency(Finding.plain(FindingKind.RED_FLAG, "1", "q", NAUSEA)))
                .isEqualTo(Urgency.EMERGENCY);
        assertThat(urgency(Finding.plain(FindingKind.SELF_HARM, "1", "q", NAUSEA)))
                .isEqualTo(Urgency.EMERGENCY);
        assertThat(urgency(model(3))).isEqualTo(Urgency.ROUTINE);
    }

    @Test
    void isNewsOnlyWhereGradeOrUrgencyRises() {
        SuspectedEvent mild = events(graded(2)).getFirst();
        SuspectedEvent grave = events(graded(3)).getFirst();
        assertThat(grave.isMoreThan(mild)).isTrue();
        assertThat(mild.isMoreThan(grave)).isFalse();
        assertThat(mild.isMoreThan(mild)).isFalse();
        assertThat(mild.isMoreThan(events(model(null)).getFirst())).isTrue();
    }

    @Test
    void keepsTheHigherOfBothWhenMerged() {
        SuspectedEvent byModel = events(model(null)).getFirst();
        SuspectedEvent byRule = events(graded(3)).getFirst();
        assertThat(List.of(byModel.mergedWith(byRule), byRule.mergedWith(byModel)))
                .allSatisfy(merged -> {
                    assertThat(merged.grade()).isEqualTo(3);
                    assertThat(merged.urgency()).isEqualTo(Urgency.URGENT);
                    assertThat(merged.sources()).containsExactly(Source.RULE, Source.MODEL);
                });
    }

    @Test
    void followsTheStudysOwnPlan() {
        AlertPlan plan = plan("{'rules':[{'term':'nausea','gradeAtLeast':2,'urgency':'EMERGENCY'},"
                + "{'kind':'severe-attribute','levelAtLeast':4,'urgency':'URGENT'}]}");
        assertThat(plan.urgency(List.of(graded(2)))).isEqualTo(Urgency.EMERGENCY);
        assertThat(plan.urgency(List.of(severe(1)))).isEqualTo(Urgency.ROUTINE);
    }

    @Test
    void refusesAPlanWithAllItsFaults() {
        AlertPlanReading reading = AlertPlan.read(
                "1",
                Questionnaires.json("{'rules':[{'kind':'nonsense','urgency':'URGENT'},{'gradeAtLeast':9},"
                        + "{'kind':'model','urgency':'URGENT'}],'colour':'red'}"));
        assertThat(((AlertPlanReading.Faulty) reading).faults()).hasSize(5);
    }

    private static List<SuspectedEvent> events(Finding... findings) {
        return SuspectedEvent.of(SUBMISSION, List.of(findings), AlertPlan.BUILT_IN);
    }

    private static Urgency urgency(Finding finding) {
        return events(finding).getFirst().urgency();
    }

    private static AlertPlan plan(String json) {
        return ((AlertPlanReading.Plan) AlertPlan.read("1", Questionnaires.json(json))).plan();
    }

    private static Finding graded(int grade) {
        return finding(FindingKind.COMPOSITE_GRADE, grade);
    }

    private static Finding severe(int grade) {
        return finding(FindingKind.SEVERE_ATTRIBUTE, grade);
    }

    private static Finding model(@Nullable Integer grade) {
        return finding(FindingKind.MODEL, grade);
    }

    private static Finding finding(FindingKind kind, @Nullable Integer grade) {
        return new Finding(kind, kind.text(), "1", "q", NAUSEA, grade, null, Map.of("severity", 3), null);
    }
}
