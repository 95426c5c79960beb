package epro.intake.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlanceTest {
    private final Heard heard = new Heard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'submissionId':'s-1','answers':{'q':1}}",
                "{'answers':{'submissionId':'another','deep':[{'submissionId':'third'}]},'submissionId':'s-1'}",
                "{'client':{'os':{'submissionId':'another'}},'submissionId':'s-1','nonsense':[]}",
                "{'submissionId':'s-1','answers':1} and more",
            })
    void findsTheIdOfTheWhole(String body) {
        assertThat(at(body)).isTrue();
        assertThat(heard.submissionId).isEqualTo("s-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "['submissionId','s-1']",
                "{'submissionId':1}",
                "{'submissionId':{'submissionId':'s-1'}}",
                "{'submissionId':'not an id'}",
                "{'answers':{'submissionId':'s-1'}}",
                "{'submissionId':'s-1'",
            })
    void findsNoneWhereNoneStands(String body) {
        assertThat(at(body)).isFalse();
        assertThat(heard.submissionId).isNull();
    }

    @Test
    void findsTheAppOnEitherSideOfTheId() {
        at("{'client':{'version':'2.1','os':[1],'app':'diary'},'submissionId':'s-1','answers':{'client':{'app':'x'}}}");
        assertThat(heard.app).isEqualTo(new AppVersion("diary", "2.1"));

        at("{'submissionId':'s-1','client':{'app':['diary'],'version':'2.1'}}");
        assertThat(heard.app).isEqualTo(new AppVersion("unknown", "2.1"));
    }

    private boolean at(String body) {
        return Glance.at(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), heard);
    }

    private static final class Heard implements Notice {
        private @Nullable String submissionId;
        private @Nullable AppVersion app;

        @Override
        public void submissionId(String id) {
            submissionId = id;
        }

        @Override
        public void app(AppVersion known) {
            app = known;
        }
    }
}
