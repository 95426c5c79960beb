package epro.intake;

import epro.intake.buffer.BufferSettings;
import epro.intake.buffer.SubmissionBuffer;
import epro.intake.buffer.SubmissionSender;
import epro.stack.LocalStack;
import epro.stack.Part;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The real service within the test, on any ports, configured as the stack configures it. */
public final class RunningIntake implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    private RunningIntake(SpringApplication application) {
        this.context = application.run("--logging.level.org.apache.kafka=error");
    }

    public static RunningIntake with(LocalStack stack) {
        return with(stack, Map.of());
    }

    /** Some variables other than the stack says. */
    public static RunningIntake with(LocalStack stack, Map<String, String> others) {
        return new RunningIntake(application(stack, others));
    }

    /** What it takes goes to this sender instead of the broker, from a buffer of so many places. */
    public static RunningIntake sending(LocalStack stack, SubmissionSender sender, int capacity) {
        var application = application(stack, Map.of("INTAKE_BUFFER_CAPACITY", Integer.toString(capacity)));
        application.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SubmissionBuffer
                        ? new SubmissionBuffer(context.getBean(BufferSettings.class), sender)
                        : bean;
            }
        }));
        return new RunningIntake(application);
    }

    private static SpringApplication application(LocalStack stack, Map<String, String> others) {
        Map<String, Object> variables = new HashMap<>(stack.environment(Part.INTAKE));
        variables.put("SERVER_PORT", "0");
        variables.put("MANAGEMENT_SERVER_PORT", "0");
        variables.putAll(others);
        var application = new SpringApplication(IntakeApplication.class);
        application.addInitializers(
                (ApplicationContextInitializer<ConfigurableApplicationContext>) context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables)));
        return application;
    }

    public Answer submit(String token, String body, String... headers) {
        var request = request(token, "application/json").POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** A request to take submissions of this media type, its body still to come. */
    public HttpRequest.Builder request(String token, String type) {
        return HttpRequest.newBuilder(address("/api/v1/submissions"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type);
    }

    /** What it answers, which has to be as the contract says, whatever was asked. */
    public Answer send(HttpRequest request) {
        Answer answer = exchange(request);
        if (request.uri().getPort() == port()) {
            DescribedAnswer.check(request.uri().getRawPath(), answer);
        }
        return answer;
    }

    private Answer exchange(HttpRequest request) {
        long start = System.nanoTime();
        try {
            return Answer.of(client.send(request, BodyHandlers.ofString()), System.nanoTime() - start);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port("local.server.port") + path);
    }

    public int port() {
        return port("local.server.port");
    }

    public boolean ready() {
        return management("/actuator/health/readiness").status() == 200;
    }

    public Answer management(String path) {
        var address = URI.create("http://127.0.0.1:" + port("local.management.port") + path);
        return exchange(HttpRequest.newBuilder(address).build());
    }

    /** How many refusals of this code it has counted. */
    public double refusals(String code) {
        return management("/actuator/prometheus")
                .raw()
                .lines()
                .filter(line -> line.startsWith("epro_intake_refusals_total{"))
                .filter(line -> line.contains("code=\"" + code + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private int port(String name) {
        return context.getEnvironment().getRequiredProperty(name, Integer.class);
    }

    /** Which requests its controllers take. */
    public Map<RequestMappingInfo, HandlerMethod> mappings() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }

    public SubmissionBuffer buffer() {
        return context.getBean(SubmissionBuffer.class);
    }

    /** A filter of it, to be asked without the others. */
    public <F extends Filter> F filter(Class<F> type) {
        return context.getBean(type);
    }

    /** Stops it as SIGTERM does. */
    @Override
    public void close() {
        context.close();
    }
}
