package io.footnote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.storage.Outbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/** A file on its way: in the outbox its text stands beside the call's other arguments. */
final class DocumentCall {
    static final String METHOD = "sendDocument";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DocumentCall() {}

    /** A file for the person, as a reply. */
    static Outbox.Message message(Incoming in, String name, String text, String caption) {
        ObjectNode body = MAPPER.createObjectNode()
                .put("chat_id", Long.toString(in.chat()))
                .put("reply_to", in.message())
                .put("caption", caption)
                .put("name", name)
                .put("text", text);
        return new Outbox.Message(in.chat(), in.person(), METHOD, body.toString(), null);
    }

    /** The library's call. @throws IllegalArgumentException when the body was not made by {@link #message} */
    static SendDocument of(String body) {
        JsonNode stored;
        try {
            stored = MAPPER.readTree(body);
        } catch (IOException e) {
            throw new IllegalArgumentException("body must be JSON", e);
        }
        byte[] bytes = stored.path("text").asText().getBytes(StandardCharsets.UTF_8);
        return SendDocument.builder()
                .chatId(stored.path("chat_id").asText())
                .caption(stored.path("caption").asText())
                .document(new InputFile(
                        new ByteArrayInputStream(bytes), stored.path("name").asText()))
                .replyParameters(ReplyParameters.builder()
                        .messageId(stored.path("reply_to").asInt())
                        .allowSendingWithoutReply(true)
                        .build())
                .build();
    }
}
