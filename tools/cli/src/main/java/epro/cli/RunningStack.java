package epro.cli;

import epro.stack.Endpoints;
import epro.stack.Workspace;

/** Finds the stack that {@code ./epro up} or {@code ./epro demo} has running in this project. */
public final class RunningStack {

    private RunningStack() {}

    /**
     * Where everything is.
     *
     * @throws StackNotThere if none runs
     */
    public static Endpoints find() {
        return Endpoints.in(Endpoints.file(Workspace.find().scratch()))
                .filter(Endpoints::alive)
                .orElseThrow(() -> new StackNotThere("no stack runs here; start one with ./epro up"));
    }
}
