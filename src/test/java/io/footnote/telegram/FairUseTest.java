package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FairUseTest {
    private static final Texts ENGLISH = Objects.requireNonNull(Texts.all().get(Tongue.ENGLISH));

    private static Incoming in(long chat, long person) {
        return new Incoming(chat, chat == person, null, 1, person, ENGLISH, Instant.EPOCH);
    }

    @Test
    void aReaderMayAskAsOftenAsTheLimitAndNotOnceMore() {
        FairUse fairUse = new FairUse(new BotOptions.Limits(2, 9, 9));

        assertThat(fairUse.take(in(1, 1))).isEmpty();
        assertThat(fairUse.take(in(1, 1))).isEmpty();
        assertThat(fairUse.take(in(1, 1))).hasValueSatisfying(refusal -> {
            assertThat(refusal.phrase()).isEqualTo(Phrase.LIMIT_READER);
            assertThat(refusal.minutes()).isBetween(1, 5);
        });
        assertThat(fairUse.take(in(2, 2))).as("another reader").isEmpty();
    }

    @Test
    void aGroupHasALimitOfItsOwnAndAllTogetherHaveOne() {
        FairUse fairUse = new FairUse(new BotOptions.Limits(9, 1, 2));

        assertThat(fairUse.take(in(-5, 1))).isEmpty();
        assertThat(fairUse.take(in(-5, 2))).map(FairUse.Refusal::phrase).contains(Phrase.LIMIT_GROUP);
        assertThat(fairUse.take(in(3, 3))).isEmpty();
        assertThat(fairUse.take(in(4, 4))).map(FairUse.Refusal::phrase).contains(Phrase.LIMIT_OVERALL);
    }

    @Test
    void whatIsRefusedOrGivenBackDoesNotCount() {
        FairUse fairUse = new FairUse(new BotOptions.Limits(1, 1, 1));

        assertThat(fairUse.take(in(-5, 1))).isEmpty();
        assertThat(fairUse.take(in(-5, 2))).isPresent();
        fairUse.giveBack(in(-5, 1));
        assertThat(fairUse.take(in(-5, 2)))
                .as("it had only been the group's turn")
                .isEmpty();
    }
}
