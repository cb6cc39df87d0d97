package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BotApiSpecificationTest {
    private final Optional<BotApiSpecification> present = BotApiSpecification.ifPresent();

    @BeforeEach
    void needsTheFile() {
        assumeTrue(present.isPresent(), () -> "the official specification is not at " + BotApiSpecification.file());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sendMessage | {"chat_id":1,"text":"a"}
            sendMessage | {"chat_id":"1","text":"a","method":"sendmessage"}
            sendMessage | {"chat_id":1,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}}
            setMyCommands | {"commands":[{"command":"a","description":"b"}],"scope":{"type":"chat","chat_id":5}}
            getUpdates | {"offset":1,"timeout":50,"allowed_updates":["message"]}
            deleteWebhook | {}
            """)
    void findsNothingWrongWithAValidCall(String method, String json) throws IOException {
        assertThat(violations(method, json, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sendMesage | {} | sendMesage: no such method
            sendMessage | {"chat_id":1} | sendMessage: required field text is missing
            sendMessage | {"chat_id":1,"text":"a","colour":"red"} | sendMessage: unknown field colour
            sendMessage | {"chat_id":1,"text":"a","method":"getMe"} | sendMessage: unknown field method
            sendMessage | {"chat_id":1,"text":5} | sendMessage.text: expected String but got number
            sendMessage | {"chat_id":true,"text":"a"} | sendMessage.chat_id: expected Integer but got boolean
            sendMessage | {"chat_id":1,"text":"a","reply_markup":{"inline_keyboard":[[{"callback_data":"b"}]]}} | sendMessage.reply_markup.inline_keyboard[0][0]: required field text is missing
            sendMessage | {"chat_id":1,"text":"a","link_preview_options":{"disabled":true}} | sendMessage.link_preview_options.disabled: unknown field
            getUpdates | {"allowed_updates":"message"} | getUpdates.allowed_updates: expected Array of String but got string
            """)
    void saysWhatIsWrongWithACall(String method, String json, String expected) throws IOException {
        assertThat(violations(method, json, true)).singleElement().asString().startsWith(expected);
    }

    @Test
    void readsTheStringsOfAFormByTheTypesOfTheirFields() throws IOException {
        assertThat(violations("sendChatAction", "{\"chat_id\":\"7\",\"action\":\"typing\"}", false))
                .isEmpty();
        assertThat(violations("sendMessage", "{\"chat_id\":\"7\",\"text\":\"[1]\"}", false))
                .isEmpty();
        assertThat(violations("editMessageText", "{\"chat_id\":\"7\",\"message_id\":\"many\",\"text\":\"a\"}", false))
                .containsExactly("editMessageText.message_id: expected Integer but got string");
    }

    private List<String> violations(String method, String arguments, boolean json) throws IOException {
        ObjectNode fields = (ObjectNode) new ObjectMapper().readTree(arguments);
        return present.orElseThrow().violations(method, new CallArguments(fields, List.of(), json));
    }
}
