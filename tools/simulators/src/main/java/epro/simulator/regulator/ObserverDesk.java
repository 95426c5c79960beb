package epro.simulator.regulator;

import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers those who look on and pull the strings: what was seen, what is true, and on to the next state. */
final class ObserverDesk {

    private final Register register;
    private final Journal journal;
    private final Quota quota;

    ObserverDesk(Register register, Journal journal, Quota quota) {
        this.register = register;
        this.journal = journal;
        this.quota = quota;
    }

    void answer(Request request, Response response, Callback callback) {
        switch (request.getMethod() + " " + request.getHttpURI().getPath()) {
            case "GET /_log" -> Answers.json(response, callback, journal.log());
            case "GET /_trials" -> Answers.json(response, callback, Map.of("items", register.trials()));
            case "POST /_advance" -> advance(response, callback);
            case "POST /_reset" -> {
                quota.reset();
                Answers.json(response, callback, journal.log());
            }
            default -> Answers.problem(response, callback, 404, "No such path", "unknown-path");
        }
    }

    private void advance(Response response, Callback callback) {
        Optional<String> state = register.advance();
        if (state.isPresent()) {
            Answers.json(response, callback, Map.of("snapshot", state.get()));
        } else {
            Answers.problem(response, callback, 409, "This is the last snapshot", "no-next-snapshot");
        }
    }
}
