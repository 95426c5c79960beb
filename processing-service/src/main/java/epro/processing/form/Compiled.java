package epro.processing.form;

import java.util.List;

/** What compiling a questionnaire came to. */
public sealed interface Compiled {

    /** It makes sense, and everything in it is supported. */
    record Form(CompiledForm form) implements Compiled {}

    /**
     * It can't be published.
     *
     * @param faults all of them, in the questionnaire's order
     */
    record Faulty(List<Fault> faults) implements Compiled {}
}
