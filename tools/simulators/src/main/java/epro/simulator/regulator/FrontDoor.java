package epro.simulator.regulator;

import java.util.Optional;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Tells observers, whose paths begin with an underscore, from callers, and lets callers in as far as the quota allows. */
final class FrontDoor extends Handler.Abstract.NonBlocking {

    private final ConnectionWatch watch;
    private final Quota quota;
    private final TrialDesk trials;
    private final ObserverDesk observers;

    FrontDoor(ConnectionWatch watch, Quota quota, TrialDesk trials, ObserverDesk observers) {
        this.watch = watch;
        this.quota = quota;
        this.trials = trials;
        this.observers = observers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Connection connection = request.getConnectionMetaData().getConnection();
        if (request.getHttpURI().getPath().startsWith("/_")) {
            watch.observer(connection);
            observers.answer(request, response, callback);
            return true;
        }
        int openAtOnce = watch.caller(connection);
        Optional<Refusal> refusal = quota.start(ConnectionWatch.address(connection), openAtOnce);
        if (refusal.isPresent()) {
            Answers.refused(response, callback, refusal.get());
        } else if (request.getMethod().equals("GET")) {
            trials.answer(request, response, callback);
        } else {
            Answers.problem(response, callback, 405, "Only GET is answered here", "method-not-allowed");
        }
        return true;
    }
}
