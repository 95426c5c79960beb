package epro.schemas.gate;

import epro.schemas.gate.Finding.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * Whether a schema may follow all that were released before it.
 *
 * <ol>
 *   <li>Every released version can be read with it, and what it writes can be read with every released version (FULL_TRANSITIVE).
 *   <li>A logical type stays as it is: Avro would read a time in milliseconds as one in microseconds and see nothing wrong.
 *   <li>An enum may gain symbols, since it must have the default UNKNOWN, which is what older readers make of them. It may not lose
 *       any, though Avro allows that for the same reason: what is in the log for ever would lose its meaning.
 *   <li>A union is of null and one type.
 *   <li>Only what identifies or dates an event may lack a default: texts, numbers and records, never what is nullable, an enum, a
 *       list, a map or a flag.
 * </ol>
 */
final class CompatibilityGate {

    private CompatibilityGate() {}

    static List<Finding> check(Schema current, List<Schema> released) {
        return Stream.concat(
                        SchemaShape.of(current).faults().stream(),
                        released.stream().flatMap(earlier -> compare(current, earlier)))
                .distinct()
                .toList();
    }

    private static Stream<Finding> compare(Schema current, Schema earlier) {
        return Stream.concat(
                Stream.concat(unreadable(current, earlier), unreadable(earlier, current)),
                SchemaShape.of(current).changesSince(SchemaShape.of(earlier)));
    }

    private static Stream<Finding> unreadable(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(fault -> new Finding(Rule.INCOMPATIBLE, fault.getType() + " " + fault.getLocation()));
    }
}
