package epro.e2e.realdata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Everything that goes over the wire: the data as received, and seeded damaged copies of it. */
record Sendings(List<Sending> received, List<Sending> damaged) {

    static Sendings of(TrialData data, Map<String, Instrument> instruments, int copies) {
        List<Sending> received = data.submissions().stream()
                .map(submission -> Sending.of(submission, instrument(instruments, submission)))
                .toList();
        return new Sendings(received, damaged(data, instruments, copies));
    }

    private static List<Sending> damaged(TrialData data, Map<String, Instrument> instruments, int copies) {
        RandomGenerator random = new Random(20140102);
        List<Sending> damaged = new ArrayList<>();
        while (damaged.size() < copies) {
            TrialSubmission submission =
                    data.submissions().get(random.nextInt(data.submissions().size()));
            Instrument instrument = instrument(instruments, submission);
            List<Damage> ways = Damage.ALL.stream()
                    .filter(damage -> damage.appliesTo(instrument))
                    .toList();
            Damage damage = ways.get(random.nextInt(ways.size()));
            var answers = damage.spoil(instrument, Sending.answers(submission, instrument), random);
            damaged.add(Sending.of(submission, instrument, answers, damage.name() + " " + damaged.size()));
        }
        return damaged;
    }

    private static Instrument instrument(Map<String, Instrument> instruments, TrialSubmission submission) {
        Instrument instrument = instruments.get(submission.instrument());
        if (instrument == null) {
            throw new IllegalArgumentException("no instrument named " + submission.instrument());
        }
        return instrument;
    }
}
