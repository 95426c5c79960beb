package epro.processing.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where an item stands among the others.
 *
 * @param around the item that it stands in, null at the top
 */
record Spot(Item item, @Nullable Spot around) {

    /** Notes where each of the items stands, and all within them. */
    static void note(List<Item> items, @Nullable Spot around, Map<String, Spot> spots) {
        for (Item item : items) {
            Spot spot = new Spot(item, around);
            spots.put(item.linkId(), spot);
            switch (item) {
                case Item.Group group -> note(group.section().items(), spot, spots);
                case Item.Question question -> note(question.items(), spot, spots);
                case Item.Display _ -> {}
            }
        }
    }

    /** The linkIds of the repeating groups that it stands in, outermost first. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (Spot spot = around; spot != null; spot = spot.around) {
            if (isRepeatingGroup(spot.item)) {
                rows.add(spot.item.linkId());
            }
        }
        return List.copyOf(rows.reversed());
    }

    /** Its linkId and those that it stands in within its row, as far as they are wanted, outermost first. */
    List<String> inItsRow(Predicate<String> wanted) {
        List<String> row = new ArrayList<>(List.of(item.linkId()));
        for (Spot spot = around; spot != null && !isRepeatingGroup(spot.item); spot = spot.around) {
            row.add(spot.item.linkId());
        }
        return row.reversed().stream().filter(wanted).toList();
    }

    private static boolean isRepeatingGroup(Item item) {
        return item instanceof Item.Group group && group.repeats();
    }
}
