package epro.cli.forms;

import epro.cli.Output;
import epro.cli.RunningStack;
import epro.stack.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./epro forms publish}. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Publishes FHIR Questionnaires under the id and version that they carry.")
final class PublishCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Mixin
    private Output output = new Output();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Questionnaires as JSON.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<FormFile> forms = new ArrayList<>();
        for (Path file : files) {
            forms.add(FormFile.read(file));
        }
        Endpoints stack = RunningStack.find();
        List<Published> results = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (FormFile form : forms) {
                results.add(publish(client, stack, form));
                output.progress(results.getLast().text());
            }
        }
        if (output.json()) {
            output.result(Map.of("items", results), "");
        }
        return results.stream().allMatch(Published::accepted) ? 0 : 1;
    }

    private static Published publish(HttpClient client, Endpoints stack, FormFile form)
            throws IOException, InterruptedException {
        URI address = URI.create("%s/api/v1/forms/%s/versions/%s"
                .formatted(stack.required("EPRO_PROCESSING_URL"), encoded(form.id()), encoded(form.version())));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + stack.required("EPRO_TOKEN_OPS"))
                .header("Content-Type", "application/fhir+json")
                .PUT(BodyPublishers.ofString(form.json()))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return Published.of(form, answer.statusCode(), answer.body());
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
