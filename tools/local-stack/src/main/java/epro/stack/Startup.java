package epro.stack;

import epro.schemas.TopicCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Brings a stack up: broker, registry, PostgreSQL, mail sink and regulator together, each made fit for use; then the services. */
record Startup(Plan plan, StackHome home, Site site, Crew crew) {

    void run() {
        List<Runnable> infrastructure =
                new ArrayList<>(List.of(this::broker, this::registry, this::postgres, this::mailSink));
        if (plan.hasRegulator()) {
            infrastructure.add(this::regulator);
        }
        Together.run(infrastructure);
        Together.run(plan.services().stream()
                .filter(Part.SERVICES::contains)
                .<Runnable>map(service -> () -> service(service))
                .toList());
        crew.publish();
    }

    private void broker() {
        Broker broker = new Broker(plan.workspace(), site);
        crew.bring(Part.KAFKA, broker.recipe(home.freshLog(Part.KAFKA)));
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, site.kafka()))) {
            TopicCatalogue.createMissing(admin, plan.partitions(), true);
        }
    }

    private void registry() {
        Registry registry = new Registry(plan.workspace(), site);
        crew.bring(Part.REGISTRY, registry.recipe(home.freshLog(Part.REGISTRY)));
        registry.demandCompatibility();
    }

    private void postgres() {
        Postgres postgres = new Postgres(plan.workspace(), site);
        crew.bring(Part.POSTGRES, postgres.recipe(home.freshLog(Part.POSTGRES)));
        site.database().prepare();
    }

    private void mailSink() {
        MailSink sink = new MailSink(plan.workspace(), site);
        crew.bring(Part.SMTP, sink.recipe(home.freshLog(Part.SMTP)));
    }

    private void regulator() {
        RegulatorSimulator simulator = new RegulatorSimulator(plan.workspace(), site, plan.regulator());
        crew.bring(Part.REGULATOR, simulator.recipe(home.freshLog(Part.REGULATOR)));
    }

    private void service(Part service) {
        ServiceRecipes recipes = new ServiceRecipes(site);
        crew.bring(service, recipes.recipe(plan.workspace(), service, home.freshLog(service)));
    }
}
