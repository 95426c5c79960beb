package epro.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {

    private static final String PROJECT = "epro";
    private static final String FIXTURES = "epro.house.fixture";

    private static final JavaClasses PROJECT_CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages(PROJECT);
    private static final JavaClasses FIXTURE_CLASSES = new ClassFileImporter().importPackages(FIXTURES);

    static Stream<HouseRule> projectRules() {
        return rules(PROJECT);
    }

    static Stream<HouseRule> fixtureRules() {
        return rules(FIXTURES);
    }

    @ParameterizedTest
    @MethodSource("projectRules")
    void theProjectKeepsTheRule(HouseRule house) {
        house.rule().check(PROJECT_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("fixtureRules")
    void theRuleFindsTheOffender(HouseRule house) {
        assertThat(house.rule().evaluate(FIXTURE_CLASSES).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains(house.offender()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "processing", "model", "notification", "nmpa"})
    void aServiceShowsAtMostAThirdOfItsTypes(String service) {
        assertThat(PublicShare.of(PROJECT_CLASSES, PROJECT + "." + service))
                .satisfies(share -> assertThat(share.isAtMostAThird())
                        .as("%s: %s", service, share)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = "processing")
    void aServiceThatShowsMoreIsFound(String service) {
        assertThat(PublicShare.of(FIXTURE_CLASSES, FIXTURES + "." + service).isAtMostAThird())
                .isFalse();
    }

    private static Stream<HouseRule> rules(String root) {
        return Stream.concat(new PackageRules(root).all(), new CodeRules(root).all());
    }
}
