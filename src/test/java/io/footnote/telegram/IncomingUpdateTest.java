package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;

class IncomingUpdateTest {
    private static final Person ANNA = Person.reader(71);

    static Stream<ObjectNode> documentedKinds() {
        SentMessage below = new SentMessage(
                71,
                5,
                "pick",
                "pick",
                JsonNodeFactory.instance.arrayNode(),
                JsonNodeFactory.instance.objectNode(),
                Instant.now(),
                0,
                false);
        return Stream.of(
                IncomingUpdate.text(ANNA, "/ask@footnote_bot who? https://example.org @anna"),
                IncomingUpdate.groupText(-1001, ANNA, "/ask who?"),
                IncomingUpdate.edited(ANNA, 3, "who else?"),
                IncomingUpdate.sticker(ANNA),
                IncomingUpdate.photo(ANNA, "/ask what is this?"),
                IncomingUpdate.fromBot(-1001, 99, "beep"),
                IncomingUpdate.callback(ANNA, below, "next:2"),
                IncomingUpdate.membership(ANNA, true));
    }

    @ParameterizedTest
    @MethodSource("documentedKinds")
    void isAnUpdateByTheSpecification(ObjectNode update) {
        Optional<BotApiSpecification> specification = BotApiSpecification.ifPresent();
        assumeTrue(
                specification.isPresent(), () -> "the official specification is not at " + BotApiSpecification.file());

        assertThat(specification.get().violations("Update", numbered(update))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documentedKinds")
    void isReadByTheLibrary(ObjectNode update) throws IOException {
        Update read = new ObjectMapper().treeToValue(numbered(update), Update.class);

        assertThat(read.getUpdateId()).isEqualTo(8);
        assertThat(Stream.of(
                                read.hasMessage(),
                                read.hasEditedMessage(),
                                read.hasCallbackQuery(),
                                read.hasMyChatMember())
                        .filter(kind -> kind))
                .hasSize(1);
    }

    @Test
    void marksCommandsMentionsAndAddresses() throws IOException {
        ObjectNode update = IncomingUpdate.text(ANNA, "/ask@footnote_bot a/b see https://example.org/x @anna 1/2");

        Message message =
                new ObjectMapper().treeToValue(numbered(update), Update.class).getMessage();

        assertThat(message.getEntities())
                .extracting(entity -> entity.getType() + " " + entity.getText())
                .containsExactly("bot_command /ask@footnote_bot", "url https://example.org/x", "mention @anna");
    }

    @Test
    void leavesEntitiesOutOfATextWithoutAny() {
        assertThat(IncomingUpdate.text(ANNA, "who?").path("message").has("entities"))
                .isFalse();
    }

    private static ObjectNode numbered(ObjectNode update) {
        ObjectNode numbered = update.deepCopy().put("update_id", 8);
        if (numbered.path("message") instanceof ObjectNode message) {
            message.put("message_id", 4);
        }
        return numbered;
    }
}
