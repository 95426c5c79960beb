package epro.processing.form;

import java.util.List;

/**
 * One condition of an item.
 *
 * @param question whose answers it looks at
 * @param levelsUp how many repeating groups stand between the item and the question: 0 is in the same row
 * @param gates those of the question and what stands around it in its row that have conditions of their own, outermost first
 */
record Condition(Item.Question question, int levelsUp, List<String> gates, AnswerTest test) {}
