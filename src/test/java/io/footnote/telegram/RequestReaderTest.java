package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.telegram.telegrambots.meta.api.objects.message.Message;

class RequestReaderTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Person READER = Person.reader(7);
    private final RequestReader reader = new RequestReader(412_000_001L, "footnote_bot");

    private static Message message(ObjectNode update) {
        try {
            ObjectNode message = (ObjectNode) update.get("message");
            message.put("message_id", 5);
            return MAPPER.treeToValue(message, Message.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private String read(ObjectNode update) {
        Optional<RequestReader.Request> request = reader.read(message(update));
        return request.map(RequestReader.Request::toString).orElse("-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who came?                      | Ask[question=Who came?]                | -
            /ask Who came?                 | Ask[question=Who came?]                | Ask[question=Who came?]
            /ask@footnote_bot   Who came?  | Ask[question=Who came?]                | Ask[question=Who came?]
            /Ask@FootNote_Bot Who?         | Ask[question=Who?]                     | Ask[question=Who?]
            /ask@other_bot Who came?       | -                                      | -
            /ask                           | Do[command=ask, argument=]             | Do[command=ask, argument=]
            /start                         | Do[command=start, argument=]           | -
            /start@footnote_bot            | Do[command=start, argument=]           | Do[command=start, argument=]
            /help                          | Do[command=help, argument=]            | -
            /nonsense                      | Do[command=nonsense, argument=]        | -
            /nonsense@footnote_bot x       | Do[command=nonsense, argument=x]       | Do[command=nonsense, argument=x]
            What does /ask do?             | Ask[question=What does /ask do?]       | -
            @footnote_bot who came?        | Ask[question=@footnote_bot who came?]  | -
            """)
    void aGroupMustAddressTheBotAndAPrivateChatNeedNot(String text, String direct, String group) {
        assertThat(read(IncomingUpdate.text(READER, text))).isEqualTo(direct);
        assertThat(read(IncomingUpdate.groupText(-8, READER, text))).isEqualTo(group);
    }

    @Test
    void aReplyToTheBotAddressesIt() {
        ObjectNode toBot = IncomingUpdate.groupText(-8, READER, "And who left?");
        ObjectNode toOther = toBot.deepCopy();
        replyTo(toBot, FakeBotApi.botUser());
        replyTo(toOther, Person.reader(9).toUser());

        assertThat(read(toBot)).isEqualTo("Ask[question=And who left?]");
        assertThat(read(toOther)).isEqualTo("-");
    }

    private static void replyTo(ObjectNode update, ObjectNode author) {
        ObjectNode message = (ObjectNode) update.get("message");
        ObjectNode earlier =
                message.putObject("reply_to_message").put("message_id", 3).put("date", 1);
        earlier.set("from", author);
        earlier.set("chat", message.get("chat").deepCopy());
    }

    @Test
    void whatIsNotInWordsIsDeclinedAndWhatTelegramTellsIsNot() {
        ObjectNode service = IncomingUpdate.text(READER, "x");
        ((ObjectNode) service.get("message")).remove("text");
        ((ObjectNode) service.get("message"))
                .putObject("message_auto_delete_timer_changed")
                .put("message_auto_delete_time", 86_400);

        assertThat(read(IncomingUpdate.sticker(READER))).isEqualTo("NotText[]");
        assertThat(read(IncomingUpdate.photo(READER, "/ask who?"))).isEqualTo("NotText[]");
        assertThat(read(service)).isEqualTo("-");
    }
}
