package io.footnote.language;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The encoders at hand and which of them reads a language. English goes to the one that ships; every other language to
 * one of many languages where there is one, else to the one for English, which does not understand it. Safe for any number
 * of threads.
 */
public final class Encoders implements AutoCloseable {
    private final Encoder english;
    private final @Nullable Encoder multilingual;

    /**
     * @param english reads English
     * @param multilingual reads every language, or null where there is none
     */
    public Encoders(Encoder english, @Nullable Encoder multilingual) {
        this.english = english;
        this.multilingual = multilingual;
    }

    /** The encoder for texts in a language. @param language as a BCP 47 tag */
    public Encoder of(String language) {
        return isEnglish(language) || multilingual == null ? english : multilingual;
    }

    /** Whether the encoder for a language knows it. @param language as a BCP 47 tag */
    public boolean understand(String language) {
        return multilingual != null || isEnglish(language);
    }

    private static boolean isEnglish(String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("en");
    }

    /** The names of the models: vectors of others cannot be compared. */
    public String fingerprint() {
        return multilingual == null ? english.fingerprint() : english.fingerprint() + " " + multilingual.fingerprint();
    }

    /** Frees the models. */
    @Override
    public void close() {
        english.close();
        if (multilingual != null) {
            multilingual.close();
        }
    }
}
