package epro.e2e.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import epro.cli.evidence.Evidence;
import epro.e2e.GoodClient;
import epro.e2e.Pipeline;
import epro.e2e.Recording;
import epro.e2e.realdata.RealDataFigures.Part;
import epro.schemas.event.Outcome;
import epro.schemas.json.CanonicalJson;
import epro.stack.Replica;
import epro.testing.DataFiles;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All submissions of the trial, all of them again to another intake, and damaged copies of some. */
@Tag("slow")
class RealDataTest {

    private static final int DAMAGED = 500;

    private final TrialData data;
    private final Map<String, Instrument> instruments;
    private final Sendings sendings;
    private final Pipeline pipeline = Pipeline.running();
    private final Evidence evidence = Recording.of(RealDataTest.class, "full");

    RealDataTest() throws IOException {
        data = TrialData.read(DataFiles.find().path("cdisc-pilot-qs"));
        instruments = Instruments.of(data);
        sendings = Sendings.of(data, instruments, DAMAGED);
    }

    @Test
    void becomesWhatWasForetoldOnce() throws SQLException, IOException {
        for (Instrument instrument : instruments.values()) {
            String questionnaire = CanonicalJson.write(Fhir.questionnaire(instrument));
            pipeline.publish(instrument.formId(), Instrument.VERSION, questionnaire);
        }
        int received = data.submissions().size();
        try (GoodClient client = new GoodClient(pipeline);
                Replica another = pipeline.anotherIntake();
                GoodClient elsewhere = new GoodClient(pipeline, another.address())) {
            client.deliverAll(bodies(sendings.received()));
            elsewhere.deliverAll(bodies(sendings.received()));
            client.deliverAll(bodies(sendings.damaged()));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> receipts() >= 2L * received + DAMAGED);

        Map<String, Prediction> fates = Fates.in(pipeline.database(), Sending.STUDY);
        Outcomes outcomes = Outcomes.of(pipeline.stack(), Sending.STUDY);
        List<String> otherwise = otherwise(fates);
        String dataCheck = pipeline.dataCheck().path("state").asString();
        RealDataFigures figures = figures(fates, outcomes, otherwise.size(), dataCheck);
        evidence.write("real-data", figures);

        assertThat(otherwise).as("became something else than foretold").isEmpty();
        assertThat(fates).hasSize(received + DAMAGED);
        assertThat(figures.twice()).isZero();
        assertThat(dataCheck).isEqualTo("CLEAN");
        assertThat(pipeline.database().actionsIn(Sending.STUDY)).isEqualTo(named(outcomes.counts()));
        assertThat(outcomes.counts())
                .containsOnlyKeys(Outcome.STORED, Outcome.REJECTED, Outcome.DUPLICATE)
                .containsEntry(Outcome.DUPLICATE, (long) received);
        assertThat(Part.of(sendings.received(), fates).arrived()).isEqualTo(received);
        assertThat(figures.damaged().arrived()).isEqualTo(DAMAGED);
    }

    private long receipts() throws SQLException {
        return pipeline.database().actionsIn(Sending.STUDY).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<String> otherwise(Map<String, Prediction> fates) {
        return Stream.concat(sendings.received().stream(), sendings.damaged().stream())
                .filter(sending -> !sending.prediction().equals(fates.get(sending.submissionId())))
                .map(sending -> sending.prediction() + " but " + fates.get(sending.submissionId()))
                .toList();
    }

    private RealDataFigures figures(
            Map<String, Prediction> fates, Outcomes outcomes, long otherwise, String dataCheck) {
        Part received = Part.of(sendings.received(), fates);
        return new RealDataFigures(
                received.sent(),
                received.stored(),
                received.rejected(),
                otherwise,
                outcomes.twice(),
                dataCheck,
                outcomes.counts().getOrDefault(Outcome.DUPLICATE, 0L),
                Part.of(sendings.damaged(), fates));
    }

    private static List<String> bodies(List<Sending> sendings) {
        return sendings.stream().map(Sending::body).toList();
    }

    private static Map<String, Long> named(Map<Outcome, Long> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(count -> count.getKey().name(), Map.Entry::getValue));
    }
}
