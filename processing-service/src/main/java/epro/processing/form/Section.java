package epro.processing.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Items whose answers stand side by side in one object: the form itself, or one row of a repeating group.
 *
 * @param items in the form's order
 * @param reachable by linkId, those in groups that do not repeat and under questions included
 */
record Section(List<Item> items, Map<String, Item> reachable) {

    static Section of(List<Item> items) {
        Map<String, Item> reachable = new HashMap<>();
        collect(items, reachable);
        return new Section(List.copyOf(items), Map.copyOf(reachable));
    }

    private static void collect(List<Item> items, Map<String, Item> reachable) {
        for (Item item : items) {
            reachable.put(item.linkId(), item);
            switch (item) {
                case Item.Group group
                when !group.repeats() -> reachable.putAll(group.section().reachable());
                case Item.Question question -> collect(question.items(), reachable);
                case Item.Group _, Item.Display _ -> {}
            }
        }
    }
}
