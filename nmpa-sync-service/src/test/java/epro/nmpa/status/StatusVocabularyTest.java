package epro.nmpa.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusVocabularyTest {

    @ParameterizedTest
    @CsvSource({
        "进行中, ONGOING,",
        "尚未招募, NOT_YET_RECRUITING,",
        "招募中, RECRUITING,",
        "招募完成, ACTIVE_NOT_RECRUITING,",
        "已完成, COMPLETED,",
        "主动暂停, SUSPENDED, SPONSOR",
        "主动终止, TERMINATED, SPONSOR",
        "IEC/IRB暂停, SUSPENDED, ETHICS",
        "IEC/IRB终止, TERMINATED, ETHICS",
        "责令暂停, SUSPENDED, AUTHORITY",
        "责令终止, TERMINATED, AUTHORITY",
        "被叫停, TERMINATED, AUTHORITY",
        "进行中（招募中）, RECRUITING,",
        "进行中（尚未招募）, NOT_YET_RECRUITING,",
        "进行中 ( 招募完成 ), ACTIVE_NOT_RECRUITING,",
        "进行中（新词）, ONGOING,",
        "已完成（招募完成）, COMPLETED,",
        "主动暂停（招募中）, SUSPENDED, SPONSOR",
        "ＩＥＣ／ＩＲＢ 暂停, SUSPENDED, ETHICS",
        "'Active, not recruiting', ACTIVE_NOT_RECRUITING,",
        "ENROLLING_BY_INVITATION, RECRUITING,",
        "Suspended by CA, SUSPENDED, AUTHORITY",
        "Withdrawn, TERMINATED,",
        "something new, UNKNOWN,"
    })
    void readsTheWordsOfTheRegisters(String words, TrialStatus status, @Nullable StoppedBy by) {
        assertThat(StatusVocabulary.read(words)).contains(new RegisterStatus(status, by, words));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u3000\n"})
    void readsNothingFromBlankWords(@Nullable String words) {
        assertThat(StatusVocabulary.read(words)).isEmpty();
    }

    @Test
    void tellsAnotherStatusFromAnotherSpelling() {
        RegisterStatus recruiting = read("进行中（招募中）");

        assertThat(recruiting.differsFrom(read("进行中(招募中) "))).isFalse();
        assertThat(recruiting.differsFrom(read("招募中"))).isTrue();
        assertThat(recruiting.differsFrom(null)).isTrue();
        assertThat(read("NOT RECRUITING").differsFrom(read("Not Recruiting"))).isFalse();
        assertThat(read("new word").differsFrom(read("another new word"))).isTrue();
    }

    private static RegisterStatus read(String words) {
        return StatusVocabulary.read(words).orElseThrow();
    }
}
