package epro.processing.storing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFaultTest {

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22001", "22P02", "22008", "54000"})
    void blamesTheRecordForItsData(String state) {
        assertThat(DataFault.isOne(new SQLException("refused", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "25P03", "25P04", "23514", "23505", "42P01"
            })
    void blamesTheInfrastructureForEverythingElse(String state) {
        assertThat(DataFault.isOne(new SQLException("refused", state))).isFalse();
    }

    @Test
    void looksThroughABatchesErrors() {
        SQLException batch = new BatchUpdateException("batch", "XX000", 0, new int[0]);
        batch.setNextException(new SQLException("refused", "22021"));
        assertThat(DataFault.isOne(batch)).isTrue();
    }
}
