package io.footnote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.storage.Outbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;

/** A picture on its way: in the outbox it stands in Base64 beside the call's other arguments. */
final class PictureCall {
    static final String METHOD = "sendPhoto";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PictureCall() {}

    /** A picture for the person. */
    static Outbox.Message message(Incoming in, byte[] png, String caption) {
        ObjectNode body = MAPPER.createObjectNode()
                .put("chat_id", Long.toString(in.chat()))
                .put("caption", caption)
                .put("picture", png);
        return new Outbox.Message(in.chat(), in.person(), METHOD, body.toString(), null);
    }

    /** The library's call. @throws IllegalArgumentException when the body was not made by {@link #message} */
    static SendPhoto of(String body) {
        try {
            JsonNode stored = MAPPER.readTree(body);
            return SendPhoto.builder()
                    .chatId(stored.path("chat_id").asText())
                    .caption(stored.path("caption").asText())
                    .photo(new InputFile(
                            new ByteArrayInputStream(stored.path("picture").binaryValue()), "progress.png"))
                    .build();
        } catch (IOException e) {
            throw new IllegalArgumentException("body must be JSON with a picture", e);
        }
    }
}
