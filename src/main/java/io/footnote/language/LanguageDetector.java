package io.footnote.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a short text is in another language than the one expected, by OpenNLP's character n-grams among the
 * languages with the most readers. The first of a process takes a second or two to load, and the model stays in memory.
 * Safe for any number of threads.
 */
public final class LanguageDetector {
    /** ISO 639-3, as the model names languages, to BCP 47. */
    private static final Map<String, String> TAGS = Stream.of(
                    "ara ar", "ces cs", "deu de", "ell el", "eng en", "fas fa", "fra fr", "heb he", "hin hi", "hun hu",
                    "ita it", "jpn ja", "kor ko", "nld nl", "pol pl", "por pt", "ron ro", "rus ru", "spa es", "swe sv",
                    "tur tr", "ukr uk", "cmn zh")
            .map(pair -> pair.split(" "))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private static final String MODEL = "langdetect-183.bin";

    /** How much more likely another language must be before it is believed; short texts are easily mistaken. */
    private static final double BELIEVED = 1.25;

    /** Read once and for all: it never changes, and reading it takes about a second. */
    private static @Nullable LanguageDetectorModel shipped;

    private final LanguageDetectorME detector = new LanguageDetectorME(shipped());

    /** @throws UncheckedIOException when the model that ships with the program cannot be read */
    public LanguageDetector() {}

    private static synchronized LanguageDetectorModel shipped() {
        if (shipped == null) {
            try (InputStream model = LanguageDetector.class.getClassLoader().getResourceAsStream(MODEL)) {
                if (model == null) {
                    throw new IOException("the language detector's model is not on the class path");
                }
                shipped = new LanguageDetectorModel(model);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shipped;
    }

    /**
     * The language of {@code text} where it is plainly not {@code expected}.
     *
     * @param expected a BCP 47 tag such as {@code en}
     * @return a BCP 47 tag, or nothing where the text may well be in the expected language
     */
    public synchronized Optional<String> otherThan(String expected, String text) {
        Map<String, Double> likely = Arrays.stream(detector.predictLanguages(text))
                .filter(language -> TAGS.containsKey(language.getLang()))
                .collect(Collectors.toMap(language -> tag(language), Language::getConfidence));
        double bar = BELIEVED * likely.getOrDefault(expected, 0.0);
        return likely.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(expected) && entry.getValue() > bar)
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static String tag(Language language) {
        return TAGS.getOrDefault(language.getLang(), language.getLang());
    }
}
