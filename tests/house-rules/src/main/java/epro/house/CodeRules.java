package epro.house;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What no class does, wherever it lives. */
final class CodeRules {

    private static final String CLOCKS =
            "java\\.time\\.(Instant|Clock|(Local|Zoned|Offset).*|Year.*)|java\\.lang\\.System";
    private static final String ASKING = "now|system.*|tick.*|currentTimeMillis";

    private final String root;

    CodeRules(String root) {
        this.root = root;
    }

    Stream<HouseRule> all() {
        return Stream.of(
                new HouseRule(fieldsAreNotInjected(), "InjectedField"),
                new HouseRule(timeIsPassedIn(), "AsksTheClock"),
                new HouseRule(namesSayWhatATypeDoes(), "BufferImpl"),
                new HouseRule(packagesAreFeatures(), "Miscellaneous"),
                new HouseRule(servicesAndLibrariesLog(), "Shouts"),
                new HouseRule(packagesAreNullMarked(), "LaneOnSpring"));
    }

    private static ArchRule fieldsAreNotInjected() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource");
    }

    private ArchRule timeIsPassedIn() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".support.start")
                .should()
                .accessTargetWhere(target(nameMatching(ASKING)).and(target(owner(nameMatching(CLOCKS)))))
                .as("time is passed in");
    }

    private static ArchRule namesSayWhatATypeDoes() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager)")
                .as("names say what a type does");
    }

    private static ArchRule packagesAreFeatures() {
        return noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..utils..", "..config..", "..impl..")
                .as("packages are features");
    }

    private ArchRule servicesAndLibrariesLog() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".cli..", root + ".stack..", root + ".simulator..")
                .should()
                .accessTargetWhere(
                        target(owner(nameMatching("java\\.lang\\.System"))).and(target(nameMatching("out|err"))))
                .as("services and libraries log, they do not print");
    }

    private ArchRule packagesAreNullMarked() {
        return classes()
                .that()
                .resideOutsideOfPackage(root + ".schemas.event")
                .should(new ArchCondition<>("reside in a null-marked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage()
                                .tryGetPackageInfo()
                                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                .isPresent();
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getName() + " is in no null-marked package"));
                    }
                });
    }
}
