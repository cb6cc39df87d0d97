package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.storage.Inbox.Received;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

class PollForUpdatesTest {
    private final List<Integer> restarts = new ArrayList<>();

    private List<Received> read(int last, String result) throws TelegramApiRequestException {
        return new PollForUpdates(last, restarts::add)
                .deserializeResponse("{\"ok\":true,\"result\":" + result + "}").stream()
                        .map(RawUpdate.class::cast)
                        .map(RawUpdate::received)
                        .toList();
    }

    @Test
    void takesEveryItemAsItIsWhateverItHolds() throws TelegramApiRequestException {
        assertThat(read(0, """
                [{"update_id":7,"message":{"message_id":"nine","chat":{"id":-5}}},
                 {"update_id":8,"hologram":{"id":"7"}},
                 {"update_id":9,"callback_query":{"message":{"chat":{"id":3}}}},
                 {"update_id":10,"edited_message":{"chat":{"id":4},"text":"\\ud83d\\u0000é"}},
                 {"update_id":"x"}, 5]"""))
                .containsExactly(
                        new Received(
                                7,
                                -5,
                                0,
                                false,
                                "{\"update_id\":7,\"message\":{\"message_id\":\"nine\",\"chat\":{\"id\":-5}}}"),
                        new Received(8, 0, 0, false, "{\"update_id\":8,\"hologram\":{\"id\":\"7\"}}"),
                        new Received(
                                9,
                                3,
                                0,
                                true,
                                "{\"update_id\":9,\"callback_query\":{\"message\":{\"chat\":{\"id\":3}}}}"),
                        new Received(
                                10,
                                4,
                                0,
                                false,
                                "{\"update_id\":10,\"edited_message\":{\"chat\":{\"id\":4},"
                                        + "\"text\":\"\\uD83D\\u0000\\u00E9\"}}"));
        assertThat(restarts).isEmpty();
    }

    @Test
    void noticesThatIdsRestartedLower() throws TelegramApiRequestException {
        read(500, "[{\"update_id\":12},{\"update_id\":11}]");
        read(500, "[{\"update_id\":501}]");
        read(500, "[]");

        assertThat(restarts).containsExactly(10);
    }

    @Test
    void refusesWhatIsNoListOfUpdatesWithoutQuotingIt() {
        for (String answer : List.of("<html>secret</html>", "{\"ok\":false,\"description\":\"secret\"}", "{}")) {
            assertThatThrownBy(() -> new PollForUpdates(0, restarts::add).deserializeResponse(answer))
                    .isInstanceOf(TelegramApiRequestException.class)
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }
    }

    @Test
    void refusesAnAnswerOfWhichNothingCanBeConfirmed() {
        assertThatThrownBy(() -> read(0, "[{\"update_id\":9999999999},{\"message\":{}}]"))
                .isInstanceOf(TelegramApiRequestException.class);
    }
}
