package epro.e2e;

import epro.stack.Part;
import java.util.concurrent.ExecutionException;

/** What happens to one broker of three, and by which name its figures go. */
enum BrokerFault {
    ONE_KILLED("oneKilled", false, true),
    CONTROLLER_KILLED("controllerKilled", true, true),
    ONE_STANDING_STILL("oneStandingStill", false, false),
    CONTROLLER_STANDING_STILL("controllerStandingStill", true, false);

    private final String text;
    private final boolean controller;
    private final boolean killed;

    BrokerFault(String text, boolean controller, boolean killed) {
        this.text = text;
        this.controller = controller;
        this.killed = killed;
    }

    String text() {
        return text;
    }

    /** Whom it strikes: the active controller, or one that is not. */
    Part victim(Cluster cluster) throws ExecutionException, InterruptedException {
        return controller ? cluster.controller() : cluster.follower();
    }

    void begin(Cluster cluster, Part broker) {
        if (killed) {
            cluster.stack().kill(broker);
        } else {
            cluster.stack().suspend(broker);
        }
    }

    void end(Cluster cluster, Part broker) {
        if (killed) {
            cluster.stack().awaitReady(broker);
        } else {
            cluster.stack().resume(broker);
        }
    }
}
