package io.footnote.language;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Turns a sentence into a vector so that sentences of like meaning lie close together, run in this process by ONNX
 * Runtime: {@code bge-small-en-v1.5}, quantised to 8 bits, which ships and reads English only, or a model of many
 * languages from a folder.
 *
 * <p>A vector depends on its own text alone: every text is encoded by itself, because the model scales its integers
 * over a whole batch and would otherwise give a sentence other numbers in other company. One thread a call; safe for
 * any number of threads.
 *
 * <p>Source of the model that ships and of the question's prefix: Xiao et al., 2023, <i>C-Pack: packed resources for general
 * Chinese embeddings</i>.
 */
public final class Encoder implements AutoCloseable {
    /** The length of every vector. */
    public static final int DIMENSIONS = 384;

    /** The longest text in word pieces, the model's own limit; what goes beyond is not seen. */
    public static final int MAX_TOKENS = 512;

    private static final String MODEL = "bge-small-en-v1.5-q";
    private static final String QUESTION_PREFIX = "Represent this sentence for searching relevant passages: ";

    private final HuggingFaceTokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final AtomicLong encoded = new AtomicLong();
    private final Manner manner;
    private final @Nullable ReadingMemory memory;

    /**
     * How a model wants to be used.
     *
     * @param fingerprint tells it from others
     * @param mean whether a text's vector is the mean of its tokens'; else it is that of the first
     */
    private record Manner(String fingerprint, String questionPrefix, String passagePrefix, boolean mean) {}

    private Encoder(
            HuggingFaceTokenizer tokenizer,
            OrtEnvironment environment,
            OrtSession session,
            Manner manner,
            @Nullable ReadingMemory memory) {
        this.tokenizer = tokenizer;
        this.environment = environment;
        this.session = session;
        this.manner = manner;
        this.memory = memory;
    }

    /**
     * Loads the model that ships with the program.
     *
     * @param cache the folder into which native libraries are unpacked; made where it is missing
     * @throws EncoderException when the library cannot be unpacked there, or does not run on this machine
     */
    public static Encoder load(Path cache) {
        confineLibraries(cache);
        try (InputStream vocabulary = resource(MODEL + "-tokenizer.json");
                InputStream weights = resource(MODEL + ".onnx")) {
            // First, because it needs the folder, and a session would have to be closed again.
            HuggingFaceTokenizer tokenizer = tokenizer(vocabulary, cache);
            OrtEnvironment environment = OnnxLibrary.environment(cache);
            Manner manner = new Manner(MODEL, QUESTION_PREFIX, "", false);
            return new Encoder(tokenizer, environment, session(environment, weights), manner, null);
        } catch (IOException | OrtException | LinkageError e) {
            throw new EncoderException(
                    "The encoder does not run on this machine (" + e.getMessage()
                            + "): use one with Linux, macOS or Windows on a 64-bit processor.",
                    e);
        }
    }

    /**
     * Loads a model of many languages.
     *
     * @param cache as {@link #load(Path)}
     * @throws EncoderException when the folder lacks a file of it, or it does not make {@value #DIMENSIONS} numbers of a
     *     token
     */
    public static Encoder load(MultilingualModel model, Path cache) {
        confineLibraries(cache);
        Path weights = model.folder().resolve("model.onnx");
        try (InputStream vocabulary = Files.newInputStream(model.folder().resolve("tokenizer.json"));
                InputStream network = Files.newInputStream(weights)) {
            HuggingFaceTokenizer tokenizer = tokenizer(vocabulary, cache);
            OrtEnvironment environment = OnnxLibrary.environment(cache);
            Manner manner =
                    new Manner(fingerprint(weights), model.questionPrefix(), model.passagePrefix(), model.mean());
            Encoder encoder = new Encoder(tokenizer, environment, session(environment, network), manner, null);
            encoder.encodePassage("Does it work?");
            return encoder;
        } catch (IOException | OrtException | LinkageError | RuntimeException e) {
            throw new EncoderException(
                    "The multilingual encoder in " + model.folder() + " cannot be used (" + e.getMessage()
                            + "): the folder must have model.onnx, which makes " + DIMENSIONS
                            + " numbers of each token, and tokenizer.json beside it.",
                    e);
        }
    }

    /** The file's name and a digest of it: another model makes other vectors. */
    private static String fingerprint(Path weights) throws IOException {
        try (InputStream stream = Files.newInputStream(weights)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            stream.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Keeps the native libraries, whoever uses them, from connecting anywhere and from writing elsewhere.
     *
     * @param cache the folder into which they are unpacked
     */
    public static void confineLibraries(Path cache) {
        // It would otherwise look for a cloud provider and report its use.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("DJL_CACHE_DIR", cache.toAbsolutePath().toString());
        // Its helper library would otherwise be unpacked under the home folder.
        System.setProperty("jna.tmpdir", cache.toAbsolutePath().toString());
        OnnxLibrary.use(cache);
    }

    private static HuggingFaceTokenizer tokenizer(InputStream vocabulary, Path cache) throws IOException {
        try {
            Files.createDirectories(cache);
            if (!Files.isWritable(cache)) { // the library would go on and print a stack trace
                throw new AccessDeniedException(cache.toString());
            }
            return HuggingFaceTokenizer.newInstance(
                    vocabulary,
                    Map.of("truncation", "true", "padding", "false", "maxLength", Integer.toString(MAX_TOKENS)));
        } catch (FileSystemException | EngineException | LinkageError e) {
            throw new EncoderException(
                    "The encoder's library cannot be unpacked into " + cache.toAbsolutePath()
                            + ": see that this is a folder, that you may write there, and that its disk has room.",
                    e);
        }
    }

    private static OrtSession session(OrtEnvironment environment, InputStream weights)
            throws IOException, OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment.createSession(weights.readAllBytes(), options);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = Encoder.class.getClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("the encoder's file " + name + " is not on the class path");
        }
        return stream;
    }

    /**
     * The same encoder with a memory for passages, for work that reads the same ones again and again; questions are read
     * every time, so that what it takes to answer them can be measured. Both are one: either closes both.
     */
    public Encoder remembering() {
        return new Encoder(tokenizer, environment, session, manner, new ReadingMemory());
    }

    /**
     * The vector of something that may hold an answer.
     *
     * @return {@value #DIMENSIONS} floats of Euclidean length 1, so that a dot product is a cosine
     */
    public float[] encodePassage(String text) {
        return memory == null
                ? encode(manner.passagePrefix(), text, "").vector()
                : memory.vectorOf(
                        new ReadingMemory.Passage("", text, ""), () -> encode(manner.passagePrefix(), text, ""));
    }

    /** Something that may hold an answer: its vector and the vectors of its tokens. */
    public EncodedText readPassage(String text) {
        return readPassage("", text, "");
    }

    /**
     * Something that may hold an answer, read together with what stands around it: the vector is that of the whole, the
     * tokens are those of {@code text} alone, but each has seen its surroundings, so that a pronoun lies near what it
     * stands for (Günther et al., 2024, <i>Late Chunking</i>).
     *
     * @param before what comes before the text, or nothing
     * @param text what is read
     * @param after what comes after it, or nothing
     */
    public EncodedText readPassage(String before, String text, String after) {
        String spacedBefore = manner.passagePrefix() + (before.isEmpty() ? "" : before + " ");
        String spacedAfter = after.isEmpty() ? "" : " " + after;
        return memory == null
                ? encode(spacedBefore, text, spacedAfter)
                : memory.readingOf(
                        new ReadingMemory.Passage(before, text, after), () -> encode(spacedBefore, text, spacedAfter));
    }

    /**
     * The vector of a question, comparable with those of passages.
     *
     * @return {@value #DIMENSIONS} floats of Euclidean length 1
     */
    public float[] encodeQuestion(String question) {
        return readQuestion(question).vector();
    }

    /** A question: its vector and the vectors of its tokens, comparable with those of passages. */
    public EncodedText readQuestion(String question) {
        return encode(manner.questionPrefix(), question, "");
    }

    /** Where the tokens of a text stand in it, without reading what they mean. */
    public List<Span> placesOf(String text) {
        List<Span> places = new ArrayList<>();
        for (CharSpan span : tokenizer.encode(text).getCharTokenSpans()) {
            if (hasPlace(span)) {
                places.add(new Span(span.getStart(), span.getEnd()));
            }
        }
        return places;
    }

    /** The marks that the model puts around a text have no place in it. */
    private static boolean hasPlace(@Nullable CharSpan span) {
        return span != null && span.getStart() < span.getEnd();
    }

    private EncodedText encode(String before, String text, String after) {
        Encoding tokens = tokenizer.encode(before + text + after);
        encoded.incrementAndGet();
        try (OnnxTensor ids = row(tokens.getIds());
                OnnxTensor mask = row(tokens.getAttentionMask());
                OnnxTensor types = row(tokens.getTypeIds());
                OrtSession.Result result = session.run(asked(ids, mask, types))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            if (states.remaining() != tokens.getIds().length * DIMENSIONS) {
                throw new IllegalStateException(
                        "it makes " + states.remaining() / Math.max(1, tokens.getIds().length) + " numbers of a token");
            }
            // The model that ships is trained so that the state of its first token stands for the whole text.
            float[] vector = manner.mean() ? mean(states, tokens.getIds().length) : state(states, 0);
            return tokensWithin(before.length(), before.length() + text.length(), tokens, states, vector);
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed on a text of " + text.length() + " units", e);
        }
    }

    /** Of the usual inputs those that the model has: not every one tells two texts apart. */
    private Map<String, OnnxTensor> asked(OnnxTensor ids, OnnxTensor mask, OnnxTensor types) {
        Map<String, OnnxTensor> inputs =
                new HashMap<>(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types));
        inputs.keySet().retainAll(session.getInputNames());
        return inputs;
    }

    private static float[] mean(FloatBuffer states, int tokens) {
        float[] vector = new float[DIMENSIONS];
        for (int index = 0; index < tokens * DIMENSIONS; index++) {
            vector[index % DIMENSIONS] += states.get(index);
        }
        return unit(vector);
    }

    private OnnxTensor row(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    /** What was read between two offsets; a token that reaches beyond is left out. */
    private static EncodedText tokensWithin(int start, int end, Encoding tokens, FloatBuffer states, float[] vector) {
        CharSpan[] spans = tokens.getCharTokenSpans();
        List<Span> places = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        for (int index = 0; index < spans.length; index++) {
            CharSpan span = spans[index];
            if (hasPlace(span) && span.getStart() >= start && span.getEnd() <= end) {
                places.add(new Span(span.getStart() - start, span.getEnd() - start));
                vectors.add(state(states, index));
            }
        }
        return new EncodedText(vector, places, TokenVectors.of(vectors));
    }

    private static float[] state(FloatBuffer states, int token) {
        float[] vector = new float[DIMENSIONS];
        states.get(token * DIMENSIONS, vector);
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += component * component;
        }
        float length = (float) Math.sqrt(squares);
        for (int index = 0; index < vector.length; index++) {
            vector[index] /= length;
        }
        return vector;
    }

    /** The model's name: vectors of encoders with another one cannot be compared. */
    public String fingerprint() {
        return manner.fingerprint();
    }

    /** How many texts this encoder has encoded so far. */
    public long encodedTexts() {
        return encoded.get();
    }

    /** Frees the model. Nothing may be encoded afterwards. */
    @Override
    public void close() {
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder could not be closed", e);
        }
    }
}
