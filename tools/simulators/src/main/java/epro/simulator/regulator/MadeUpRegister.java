package epro.simulator.regulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A register of so many made-up trials; whenever it moves on, about a tenth of them enter their next state. */
public final class MadeUpRegister implements Register {

    private static final List<String> LIFE = List.of("进行中（尚未招募）", "进行中（招募中）", "进行中（招募完成）", "已完成");
    private static final List<String> STOPPED = List.of("主动暂停", "主动终止");
    private static final List<String> SUBJECTS =
            List.of("a heart valve", "a pain plaster", "an eye drop", "a nerve tonic", "a cough syrup");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);

    private final Map<String, Trial> trials = new TreeMap<>();
    private final Random random;
    private LocalDate today = FIRST_DAY;

    public MadeUpRegister(int number, long seed) {
        if (number < 2) {
            throw new IllegalArgumentException("trials must be at least 2, was " + number);
        }
        this.random = new Random(seed);
        for (int i = 1; i <= number; i++) {
            String registrationNumber = "CTR2026%04d".formatted(i);
            String title = "Made-up study %d of %s".formatted(i, SUBJECTS.get(i % SUBJECTS.size()));
            LocalDate updatedOn = FIRST_DAY.minusDays(random.nextInt(1, 700));
            trials.put(registrationNumber, new Trial(registrationNumber, anyStatus(), title, updatedOn));
        }
    }

    @Override
    public synchronized Optional<Trial> find(String registrationNumber) {
        return Optional.ofNullable(trials.get(registrationNumber));
    }

    @Override
    public synchronized List<Trial> trials() {
        return List.copyOf(trials.values());
    }

    @Override
    public synchronized Optional<String> advance() {
        today = today.plusWeeks(1);
        trials.replaceAll((_, trial) -> random.nextInt(10) == 0 ? next(trial) : trial);
        return Optional.of(today.toString());
    }

    private String anyStatus() {
        int any = random.nextInt(LIFE.size() + STOPPED.size());
        return any < LIFE.size() ? LIFE.get(any) : STOPPED.get(any - LIFE.size());
    }

    /** What was completed or stopped for good stays so. */
    private Trial next(Trial trial) {
        int position = LIFE.indexOf(trial.status());
        if (position < 0 || position == LIFE.size() - 1) {
            return trial;
        }
        return new Trial(trial.registrationNumber(), LIFE.get(position + 1), trial.title(), today);
    }
}
