package epro.processing.form.publication;

import epro.processing.form.Fault;
import java.util.List;

/** What became of an attempt to publish. */
sealed interface Publication {

    /** It stands, for good. */
    record Published(FormSummary form) implements Publication {}

    /** The same stood there already. */
    record Repeated(FormSummary form) implements Publication {}

    /** Another stands there, and stays. */
    record Taken() implements Publication {}

    /** It makes no sense, or is more than is supported. */
    record Refused(List<Fault> faults) implements Publication {}
}
