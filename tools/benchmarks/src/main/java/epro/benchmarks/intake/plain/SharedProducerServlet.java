package epro.benchmarks.intake.plain;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One producer for all requests; 202 as soon as the log has acknowledged, and no thread waits for that. */
final class SharedProducerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Producer<byte[], byte[]> producer;
    private final String topic;

    SharedProducerServlet(String brokers, String topic) {
        this.producer = new KafkaProducer<>(Settings.of(brokers));
        this.topic = topic;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProducerRecord<byte[], byte[]> taken = Settings.taken(topic, request);
        AsyncContext later = request.startAsync();
        var _ = producer.send(taken, (_, failure) -> answer(later, response, failure));
    }

    private static void answer(AsyncContext later, HttpServletResponse response, @Nullable Exception failure) {
        response.setStatus(
                failure == null ? HttpServletResponse.SC_ACCEPTED : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        later.complete();
    }

    @Override
    public void destroy() {
        producer.close();
    }
}
