package epro.support.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import epro.support.SampleService;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--epro.auth.jwks=file:/k | epro.auth.issuer (EPRO_AUTH_ISSUER) must be set",
                "--epro.auth.issuer=i | epro.auth.jwks (EPRO_AUTH_JWKS) must be set",
                "--epro.auth.issuer=i --epro.auth.jwks=keys.json | epro.auth.jwks must be an http, https or file URI",
                "--server.port=0 | epro.auth.issuer (EPRO_AUTH_ISSUER) must be set"
            })
    void refusesToStartInOneSentenceThatNamesTheProperty(String arguments, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplication(SampleService.class).run(withPorts(arguments)))
                .isInstanceOf(Exception.class);

        assertThat(output.getAll()).contains("APPLICATION FAILED TO START").contains(sentence);
    }

    private static String[] withPorts(String arguments) {
        return Stream.concat(Stream.of("--spring.application.name=sample"), Stream.of(arguments.split(" ")))
                .toArray(String[]::new);
    }
}
