package io.footnote.language;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Says how probable it is that a text follows from another, by a cross-encoder of one's own: an ONNX file of a model for
 * natural language inference (Bowman et al., 2015, <i>A large annotated corpus for learning natural language
 * inference</i>) as Hugging Face exports it, with {@code tokenizer.json} and {@code config.json} beside it. One thread a
 * call; safe for any number of threads.
 */
public final class EntailmentModel implements AutoCloseable {

    /** The most tokens of both texts together; of a longer premise the end is not read. */
    public static final int MAX_TOKENS = 512;

    private static final String ENTAILMENT = "entailment";
    private static final String TYPES = "token_type_ids";

    private final HuggingFaceTokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int labels;
    private final int label;

    private EntailmentModel(
            HuggingFaceTokenizer tokenizer, OrtEnvironment environment, OrtSession session, int labels, int label) {
        this.tokenizer = tokenizer;
        this.environment = environment;
        this.session = session;
        this.labels = labels;
        this.label = label;
    }

    /**
     * Loads a model.
     *
     * @param model the ONNX file; it reads {@code input_ids}, {@code attention_mask} and perhaps {@code token_type_ids},
     *     and its first output has a row with a number for each label
     * @param cache the folder into which the tokenizer's native library is unpacked
     * @throws EntailmentException when a file is missing or cannot be read, or no label is called "entailment"
     */
    public static EntailmentModel load(Path model, Path cache) {
        Encoder.confineLibraries(cache);
        Path vocabulary = beside(model, "tokenizer.json");
        Map<Integer, String> names = labels(beside(model, "config.json"));
        int label = names.entrySet().stream()
                .filter(name -> name.getValue().equalsIgnoreCase(ENTAILMENT))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new EntailmentException("The entailment model's config.json must name one label "
                        + ENTAILMENT + " in id2label, it has " + names.values() + "."));
        HuggingFaceTokenizer tokenizer = null;
        try {
            Files.createDirectories(cache);
            tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(vocabulary)
                    .optTruncateFirstOnly()
                    .optMaxLength(MAX_TOKENS)
                    .optPadding(false)
                    .build();
            OrtEnvironment environment = OnnxLibrary.environment(cache);
            return new EntailmentModel(tokenizer, environment, session(environment, model), names.size(), label);
        } catch (IOException | OrtException | RuntimeException e) {
            if (tokenizer != null) {
                tokenizer.close();
            }
            throw new EntailmentException(
                    "The entailment model " + model.getFileName() + " cannot be read (" + e.getMessage()
                            + "): see that gate.entailment-model names an ONNX file exported with its tokenizer.",
                    e);
        }
    }

    private static Path beside(Path model, String name) {
        Path file = model.toAbsolutePath().resolveSibling(name);
        if (!Files.isRegularFile(model) || !Files.isRegularFile(file)) {
            Path missing = Files.isRegularFile(model) ? file : model;
            throw new EntailmentException("The entailment model lacks " + missing.getFileName()
                    + ": gate.entailment-model must name an ONNX file with tokenizer.json and config.json beside it.");
        }
        return file;
    }

    private static Map<Integer, String> labels(Path config) {
        try {
            JsonNode names = new ObjectMapper().readTree(config.toFile()).path("id2label");
            Map<Integer, String> labels = new HashMap<>();
            names.properties()
                    .forEach(name -> labels.put(
                            Integer.parseInt(name.getKey()), name.getValue().asText()));
            return labels;
        } catch (IOException | NumberFormatException e) {
            throw new EntailmentException(
                    "The entailment model's config.json cannot be read: it must be JSON with id2label.", e);
        }
    }

    private static OrtSession session(OrtEnvironment environment, Path model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(model.toString(), options);
        }
    }

    /**
     * The probability that a text follows from another.
     *
     * @param premise what is taken for true
     * @param hypothesis what may follow
     * @return in [0, 1]
     * @throws EntailmentException when the model's inputs or outputs are not what {@link #load} asks for
     */
    public double probability(String premise, String hypothesis) {
        Encoding tokens = tokenizer.encode(premise, hypothesis);
        try (OnnxTensor ids = row(tokens.getIds());
                OnnxTensor mask = row(tokens.getAttentionMask());
                OnnxTensor types = row(tokens.getTypeIds())) {
            Map<String, OnnxTensor> inputs = new HashMap<>(Map.of("input_ids", ids, "attention_mask", mask));
            if (session.getInputNames().contains(TYPES)) {
                inputs.put(TYPES, types);
            }
            try (OrtSession.Result result = session.run(inputs)) {
                if (result.get(0).getValue() instanceof float[][] rows
                        && rows.length == 1
                        && rows[0].length == labels) {
                    return softmax(rows[0], label);
                }
                throw new EntailmentException("The entailment model must give one row of " + labels
                        + " numbers, as many as config.json has labels.");
            }
        } catch (OrtException e) {
            throw new EntailmentException("The entailment model failed on a text (" + e.getMessage() + ").", e);
        }
    }

    private OnnxTensor row(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    private static double softmax(float[] logits, int chosen) {
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - logits[chosen]);
        }
        return 1 / sum;
    }

    /** Frees the model. Nothing may be asked afterwards. */
    @Override
    public void close() {
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the entailment model could not be closed", e);
        }
    }
}
