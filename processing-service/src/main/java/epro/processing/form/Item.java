package epro.processing.form;

import java.util.List;

/** An item of a compiled form. */
sealed interface Item {

    String linkId();

    /** Text only: takes no answer. */
    record Display(String linkId) implements Item {}

    /** Items that belong together; where it repeats, each row is a section of its own. */
    record Group(String linkId, Occurrence occurrence, Section section) implements Item {
        boolean repeats() {
            return occurrence.repeats();
        }
    }

    /** A question, and the items that only matter once it is answered. */
    record Question(String linkId, Occurrence occurrence, AnswerRule rule, List<Item> items) implements Item {}
}
