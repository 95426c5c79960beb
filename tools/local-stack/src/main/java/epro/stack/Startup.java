package epro.stack;

import epro.schemas.Setup;
import java.util.ArrayList;
import java.util.List;

/** Brings a stack up: brokers, registry, PostgreSQL, mail sink and regulator together, each made fit for use; then the services. */
record Startup(Plan plan, StackHome home, Site site, Crew crew) {

    void run() {
        List<Runnable> infrastructure =
                new ArrayList<>(List.of(this::brokers, this::registry, this::postgres, this::mailSink));
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

    private void brokers() {
        BrokerCluster cluster = BrokerCluster.of(site);
        Together.run(site.ports().brokers().stream()
                .<Runnable>map(node -> () -> {
                    Broker broker = new Broker(plan.workspace(), site, node);
                    crew.bring(node, broker.recipe(cluster, home.freshLog(node)));
                })
                .toList());
        prepare(() -> {
            Setup.createTopics(site.kafka(), plan.partitions());
            Setup.raisePartitions(site.kafka(), plan.partitions());
        });
    }

    private void registry() {
        Registry registry = new Registry(plan.workspace(), site);
        crew.bring(Part.REGISTRY, registry.recipe(home.freshLog(Part.REGISTRY)));
        prepare(() -> Setup.demandCompatibility(site.registry()));
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
        crew.bring(service, recipes.recipe(home.programs(), service, home.freshLog(service)));
    }

    private interface Preparation {
        void run() throws InterruptedException;
    }

    private static void prepare(Preparation preparation) {
        try {
            preparation.run();
        } catch (IllegalStateException e) {
            throw new StackFailure(String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while broker and registry were prepared");
        }
    }
}
