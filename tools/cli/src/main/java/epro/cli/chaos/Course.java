package epro.cli.chaos;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Which scenario a run plays: its own number's, whatever came of those before it, and at the end once more those that did not
 * count. So a run can be played again alone.
 */
final class Course {

    private final Deque<Integer> due = new ArrayDeque<>();

    /**
     * A course that is to be played.
     *
     * @param from the number of its first run, counted from 1
     */
    Course(int from, int runs) {
        IntStream.range(from, from + runs).forEach(due::add);
    }

    /** The number of the scenario that is played now. */
    int next() {
        return due.remove();
    }

    /** It did not count, and is played once more when all others have been. */
    void again(int scenario) {
        due.add(scenario);
    }
}
