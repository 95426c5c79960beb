package epro.e2e.realdata;

import java.math.BigDecimal;
import java.util.SortedSet;

/** What an item takes for an answer. */
sealed interface Answerable {

    record Range(BigDecimal least, BigDecimal most) implements Answerable {}

    record Options(SortedSet<String> codes) implements Answerable {}

    record Words() implements Answerable {}
}
