package epro.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrySettingsTest {

    private static final RegistrySettings SETTINGS =
            RegistrySettings.of(Map.of("epro.registry.url", "http://registry:8080/"));

    @Test
    void speakBothVendorsWordsSoThatAChangeOfClassIsEnough() {
        assertThat(SETTINGS.vendorProperties())
                .containsEntry("apicurio.registry.url", "http://registry:8080/apis/registry/v3")
                .containsEntry("apicurio.registry.dereference-schema", true)
                .containsEntry("schema.registry.url", "http://registry:8080/apis/ccompat/v7")
                .containsEntry("auto.register.schemas", true);
    }

    @Test
    void chooseApicurioIfNobodyIsNamed() {
        assertThat(SETTINGS.serializer()).isEqualTo("io.apicurio.registry.serde.avro.AvroKafkaSerializer");
    }

    @Test
    void letWhatIsSetGoBeforeWhatIsDerived() {
        RegistrySettings settings =
                RegistrySettings.of(Map.of("epro.registry.url", "http://r", "auto.register.schemas", false));

        assertThat(settings.vendorProperties()).containsEntry("auto.register.schemas", false);
    }

    @Test
    void knowWhereASchemaIsByItsId() {
        assertThat(SETTINGS.schema(7)).isEqualTo(URI.create("http://registry:8080/apis/ccompat/v7/schemas/ids/7"));
    }
}
