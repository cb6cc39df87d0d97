package io.footnote.language;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An encoder of a handful of words, written as a real ONNX model with its tokenizer: words of one group have the same
 * vector whatever their language, all others that of an unknown word.
 */
public final class TinyModel {
    private static final long SEED = 384;

    private TinyModel() {}

    /**
     * Writes {@code model.onnx} and {@code tokenizer.json}.
     *
     * @param dimensions of a token's vector
     * @param groups words that mean the same, in lower case
     */
    public static void write(Path folder, int dimensions, List<List<String>> groups) throws IOException {
        Map<String, Integer> vocabulary = new TreeMap<>(Map.of("[UNK]", 0));
        List<float[]> rows = new ArrayList<>();
        Random random = new Random(SEED);
        rows.add(vector(random, dimensions));
        for (List<String> group : groups) {
            float[] shared = vector(random, dimensions);
            for (String word : group) {
                vocabulary.put(word, rows.size());
                rows.add(shared);
            }
        }
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer(vocabulary));
        Files.write(folder.resolve("model.onnx"), model(rows, dimensions));
    }

    private static float[] vector(Random random, int dimensions) {
        float[] vector = new float[dimensions];
        for (int index = 0; index < dimensions; index++) {
            vector[index] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static String tokenizer(Map<String, Integer> vocabulary) {
        StringBuilder words = new StringBuilder();
        vocabulary.forEach((word, id) -> words.append(words.isEmpty() ? "" : ",")
                .append('"')
                .append(word)
                .append("\":")
                .append(id));
        return """
            {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":{"type":"Lowercase"},
            "pre_tokenizer":{"type":"Whitespace"},"post_processor":null,"decoder":null,
            "model":{"type":"WordLevel","vocab":{%s},"unk_token":"[UNK]"}}\
            """.formatted(words);
    }

    /** One node that looks the tokens up in a table: {@code last_hidden_state = Gather(table, input_ids)}. */
    private static byte[] model(List<float[]> rows, int dimensions) throws IOException {
        ByteBuffer raw =
                ByteBuffer.allocate(rows.size() * dimensions * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        rows.forEach(row -> {
            for (float component : row) {
                raw.putFloat(component);
            }
        });
        Message table = new Message()
                .number(1, rows.size())
                .number(1, dimensions)
                .number(2, 1) // float
                .bytes(8, "table".getBytes(StandardCharsets.UTF_8))
                .bytes(9, raw.array());
        Message node = new Message()
                .text(1, "table")
                .text(1, "input_ids")
                .text(2, "last_hidden_state")
                .text(4, "Gather");
        Message graph = new Message()
                .message(1, node)
                .text(2, "tiny")
                .message(5, table)
                .message(11, value("input_ids", 7, "batch", "sequence"))
                .message(11, value("attention_mask", 7, "batch", "sequence"))
                .message(12, value("last_hidden_state", 1, "batch", "sequence", "width"));
        Message operators = new Message().text(1, "").number(2, 13);
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, operators)
                .toBytes();
    }

    private static Message value(String name, int type, String... dimensions) throws IOException {
        Message shape = new Message();
        for (String dimension : dimensions) {
            shape.message(1, new Message().text(2, dimension));
        }
        Message tensor = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** A message in the wire format of Protocol Buffers, which ONNX is written in. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String text) throws IOException {
            return bytes(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message message) throws IOException {
            return bytes(field, message.toBytes());
        }

        Message bytes(int field, byte[] bytes) throws IOException {
            varint((long) field << 3 | 2);
            varint(bytes.length);
            out.write(bytes);
            return this;
        }

        private void varint(long value) {
            long left = value;
            while (left > 127) {
                out.write((int) (left & 127 | 128));
                left >>>= 7;
            }
            out.write((int) left);
        }

        byte[] toBytes() {
            return out.toByteArray();
        }
    }
}
