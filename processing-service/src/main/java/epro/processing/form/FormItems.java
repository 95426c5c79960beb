package epro.processing.form;

import java.util.Map;

/**
 * All that a form asks.
 *
 * @param section its items
 * @param meanings of its questions, by linkId
 * @param enablements of those items that have conditions, by linkId
 */
record FormItems(Section section, Map<String, ItemMeaning> meanings, Map<String, Enablement> enablements) {

    FormItems {
        meanings = Map.copyOf(meanings);
        enablements = Map.copyOf(enablements);
    }
}
