package epro.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import epro.cli.AnsweringServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoordinatorTest {
    private static final String LIST = "GET /api/v1/alerts?limit=500&studyId=chaos-1-2";

    private final AnsweringServer notification = new AnsweringServer();
    private final Coordinator coordinator = new Coordinator(notification.address(), "a-token");

    CoordinatorTest() throws IOException {}

    @AfterEach
    void stop() {
        coordinator.close();
        notification.close();
    }

    @Test
    void acknowledgesWhatIsUrgentAndOpenOnEveryPage() throws Exception {
        notification.then(200, page("\"c1\"", alert("a", "EMERGENCY", "NOTIFIED"), alert("b", "ROUTINE", "NOTIFIED")));
        notification.then(200, page("null", alert("c", "URGENT", "ACKNOWLEDGED"), alert("d", "URGENT", "SEEN")));
        notification.then(200, "{}");
        notification.then(409, "{\"code\":\"already-acknowledged\"}");

        assertThat(coordinator.acknowledge("chaos-1-2")).isEmpty();

        assertThat(notification.requests())
                .containsExactly(
                        LIST + " Bearer a-token",
                        LIST + "&cursor=c1 Bearer a-token",
                        "POST /api/v1/alerts/a/acknowledge Bearer a-token",
                        "POST /api/v1/alerts/d/acknowledge Bearer a-token");
    }

    @Test
    void saysWhatWasRefused() throws InterruptedException {
        notification.then(200, page("null", alert("a", "EMERGENCY", "DETECTED")));
        notification.then(403, "{\"code\":\"forbidden\"}");

        assertThat(coordinator.acknowledge("chaos-1-2"))
                .hasValue("its urgent alerts can't be acknowledged: java.io.IOException:"
                        + " /api/v1/alerts/a/acknowledge was answered 403: {\"code\":\"forbidden\"}");
    }

    @Test
    void saysThatNobodyCouldBeUnderstood() throws InterruptedException {
        notification.then(200, "<html>");

        assertThat(coordinator.acknowledge("chaos-1-2").orElseThrow())
                .startsWith("its urgent alerts can't be acknowledged: ");
    }

    private static String page(String next, String... alerts) {
        return "{\"items\":[" + String.join(",", alerts) + "],\"next\":" + next + "}";
    }

    private static String alert(String id, String urgency, String state) {
        return "{\"alertId\":\"%s\",\"urgency\":\"%s\",\"state\":\"%s\"}".formatted(id, urgency, state);
    }
}
