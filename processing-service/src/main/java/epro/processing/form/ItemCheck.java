package epro.processing.form;

import epro.schemas.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cleans and judges what was given for one item. Used once. */
interface ItemCheck {

    /** Whether there is an answer, and one is to be there. */
    boolean run(@Nullable JsonValue given);

    /** What was given, after cleaning; empty if it was nothing that could be cleaned. */
    Optional<JsonValue> cleaned();
}
