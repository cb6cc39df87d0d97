package io.footnote.language;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A model for entailment of a few hundred bytes, in the form that real ones have. It knows the words "yes" and "no" and
 * finds entailed whatever has no "no" in it: its logit for entailment is 35 less ten times the greatest token id, "no"
 * being 4 and every other word less.
 */
public final class TinyEntailmentModel {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private static final String TOKENIZER = """
        {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],
         "normalizer":{"type":"Lowercase"},"pre_tokenizer":{"type":"Whitespace"},
         "post_processor":{"type":"TemplateProcessing",
           "single":[{"SpecialToken":{"id":"[CLS]","type_id":0}},{"Sequence":{"id":"A","type_id":0}},
                     {"SpecialToken":{"id":"[SEP]","type_id":0}}],
           "pair":[{"SpecialToken":{"id":"[CLS]","type_id":0}},{"Sequence":{"id":"A","type_id":0}},
                   {"SpecialToken":{"id":"[SEP]","type_id":0}},{"Sequence":{"id":"B","type_id":1}},
                   {"SpecialToken":{"id":"[SEP]","type_id":1}}],
           "special_tokens":{"[CLS]":{"id":"[CLS]","ids":[1],"tokens":["[CLS]"]},
                             "[SEP]":{"id":"[SEP]","ids":[2],"tokens":["[SEP]"]}}},
         "decoder":null,
         "model":{"type":"WordLevel","vocab":{"[UNK]":0,"[CLS]":1,"[SEP]":2,"yes":3,"no":4},"unk_token":"[UNK]"}}
        """;

    private TinyEntailmentModel() {}

    /** Writes the model with what belongs beside it. @return the ONNX file */
    public static Path write(Path folder) throws IOException {
        return write(folder, "{\"id2label\":{\"0\":\"entailment\",\"1\":\"neutral\",\"2\":\"contradiction\"}}");
    }

    /** The same with another {@code config.json}. */
    public static Path write(Path folder, String config) throws IOException {
        Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
        Files.writeString(folder.resolve("config.json"), config);
        return Files.write(folder.resolve("tiny.onnx"), model());
    }

    private static byte[] model() {
        Message graph = new Message()
                .add(1, node("Cast", "input_ids", "", "ids", integer("to", FLOAT)))
                .add(1, node("ReduceMax", "ids", "", "greatest", integers("axes", 1)))
                .add(1, node("MatMul", "greatest", "weights", "weighed", null))
                .add(1, node("Add", "weighed", "bias", "logits", null))
                .add(2, "tiny")
                .add(5, floats("weights", new long[] {1, 3}, -10, 0, 0))
                .add(5, floats("bias", new long[] {3}, 35, 0, 0))
                .add(11, value("input_ids", INT64))
                .add(11, value("attention_mask", INT64))
                .add(12, value("logits", FLOAT));
        return new Message()
                .add(1, 7)
                .add(7, graph)
                .add(8, new Message().add(1, "").add(2, 11))
                .bytes();
    }

    private static Message node(String type, String input, String other, String output, @Nullable Message attribute) {
        Message node = new Message().add(1, input);
        if (!other.isEmpty()) {
            node.add(1, other);
        }
        node.add(2, output).add(4, type);
        return attribute == null ? node : node.add(5, attribute);
    }

    private static Message integer(String name, int value) {
        return new Message().add(1, name).add(3, value).add(20, 2);
    }

    private static Message integers(String name, int value) {
        return new Message().add(1, name).add(8, value).add(20, 7);
    }

    private static Message floats(String name, long[] shape, float... values) {
        Message tensor = new Message();
        for (long length : shape) {
            tensor.add(1, length);
        }
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            raw.putFloat(value);
        }
        return tensor.add(2, FLOAT).add(8, name).add(9, raw.array());
    }

    private static Message value(String name, int type) {
        Message shape = new Message()
                .add(1, new Message().add(1, 1))
                .add(1, new Message().add(2, type == FLOAT ? "labels" : "tokens"));
        return new Message()
                .add(1, name)
                .add(2, new Message().add(1, new Message().add(1, type).add(2, shape)));
    }

    /** A message of protocol buffers, by the numbers of its fields. */
    private static final class Message {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();

        Message add(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message add(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            written.writeBytes(value);
            return this;
        }

        Message add(int field, String value) {
            return add(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message add(int field, Message value) {
            return add(field, value.bytes());
        }

        byte[] bytes() {
            return written.toByteArray();
        }

        private void varint(long value) {
            long left = value;
            while (left > 0x7f) {
                written.write((int) ((left & 0x7f) | 0x80));
                left >>>= 7;
            }
            written.write((int) left);
        }
    }
}
