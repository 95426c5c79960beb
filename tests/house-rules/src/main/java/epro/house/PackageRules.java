package epro.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may use what. All is stated below a root, so that it can be held against the fixtures as well as against the project. */
final class PackageRules {

    private static final Map<String, Set<String>> MODULES_AND_WHAT_THEY_USE = Map.ofEntries(
            Map.entry("schemas", Set.of()),
            Map.entry("lane", Set.of("schemas")),
            Map.entry("clinical", Set.of()),
            Map.entry("support", Set.of()),
            Map.entry("keeper", Set.of("schemas", "lane", "support")),
            Map.entry("simulator", Set.of()),
            Map.entry("stack", Set.of("schemas", "lane")),
            Map.entry("testing", Set.of("schemas", "stack")),
            Map.entry("intake", Set.of("schemas", "support")),
            Map.entry("model", Set.of("clinical", "support")),
            Map.entry("processing", Set.of("schemas", "lane", "keeper", "clinical", "support")),
            Map.entry("notification", Set.of("schemas", "lane", "keeper", "support")),
            Map.entry("nmpa", Set.of("schemas", "lane", "keeper", "support")),
            Map.entry("benchmarks", Set.of("schemas", "lane", "stack", "simulator", "nmpa", "processing")),
            Map.entry("cli", Set.of("schemas", "lane", "clinical", "stack", "simulator", "benchmarks")));

    private static final String[] SPRING = {"org.springframework.."};
    private static final String[] KAFKA = {"org.apache.kafka..", "org.springframework.kafka.."};
    private static final String[] JDBC = {"java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql.."
    };

    private static final String[] KAFKA_OWNERS = {
        "schemas",
        "schemas.codec",
        "keeper",
        "intake.kafka",
        "processing.pipeline",
        "processing.replay",
        "processing.datacheck",
        "notification.intake",
        "benchmarks.intake..",
        "benchmarks.processing",
        "cli..",
        "stack",
        "testing"
    };
    private static final String[] JDBC_OWNERS = {
        "lane",
        "keeper",
        "processing.pipeline",
        "processing.proof",
        "processing.storing",
        "processing.submission",
        "processing.replay",
        "processing.datacheck",
        "processing.form.publication",
        "processing.deadletter",
        "processing.adverseevent",
        "processing.assessment",
        "processing.plan",
        "processing.suspicion",
        "processing.tables",
        "notification.journal",
        "notification.contact",
        "notification.delivery",
        "notification.escalation",
        "notification.intake",
        "notification.inbox",
        "notification.stream",
        "notification.reconciliation",
        "notification.watch",
        "nmpa.lease",
        "nmpa.journal",
        "nmpa.trial",
        "nmpa.run",
        "benchmarks.processing",
        "cli..",
        "stack"
    };

    private final String root;

    PackageRules(String root) {
        this.root = root;
    }

    Stream<HouseRule> all() {
        return Stream.of(
                new HouseRule(packagesAreFreeOfCycles(), "Hen"),
                new HouseRule(modulesUseOnlyWhatTheyMay(), "ReachesIntoProcessing"),
                new HouseRule(free("schemas and lane", SPRING, "schemas..", "lane.."), "LaneOnSpring"),
                new HouseRule(free("forms", SPRING, "processing.form"), "FormOnSpring"),
                new HouseRule(free("forms", KAFKA, "processing.form"), "FormOnKafka"),
                new HouseRule(recordsFree("Spring", SPRING), "RecordOnSpring"),
                new HouseRule(recordsFree("Kafka", KAFKA), "RecordOnKafka"),
                new HouseRule(owned("Kafka", KAFKA, KAFKA_OWNERS), "SendsItself"),
                new HouseRule(owned("JDBC", JDBC, JDBC_OWNERS), "OpensAConnection"));
    }

    /** But for the command line's Main, which stands above all packages of commands because it lists them. */
    private ArchRule packagesAreFreeOfCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(name(root + ".cli.Main"), alwaysTrue());
    }

    private ArchRule modulesUseOnlyWhatTheyMay() {
        return classes().should(new ArchCondition<>("use only those modules that theirs may use") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                        .filter(use -> !mayUse(module(user), module(use.getTargetClass())))
                        .map(use -> SimpleConditionEvent.violated(use, use.getDescription()))
                        .forEach(events::add);
            }
        });
    }

    private static boolean mayUse(String user, String used) {
        return user.equals(used)
                || !MODULES_AND_WHAT_THEY_USE.containsKey(used)
                || MODULES_AND_WHAT_THEY_USE.getOrDefault(user, Set.of()).contains(used);
    }

    /** The first name below the root; empty outside of it. */
    private String module(JavaClass type) {
        String name = type.getPackageName() + ".";
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).replaceFirst("\\..*", "") : "";
    }

    private ArchRule free(String who, String[] what, String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(below(packages))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(what)
                .as(who + " are free of " + what[0]);
    }

    /** But for settings, which Spring fills, and the problem of an HTTP answer, which is about HTTP. */
    private ArchRule recordsFree(String what, String[] packages) {
        return noFields()
                .that()
                .areDeclaredInClassesThat(describe("are records", JavaClass::isRecord))
                .and()
                .areDeclaredInClassesThat()
                .areNotAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(root + ".support.problem")
                .should()
                .haveRawType(resideInAnyPackage(packages))
                .as("records hold nothing of " + what);
    }

    private ArchRule owned(String what, String[] packages, String... owners) {
        return noClasses()
                .that(resideInAnyPackage(root + "..")
                        .and(resideInAnyPackage(below(owners)).negate()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .as(what + " is used by its owners only");
    }

    private String[] below(String... packages) {
        return Arrays.stream(packages).map(name -> root + "." + name).toArray(String[]::new);
    }
}
