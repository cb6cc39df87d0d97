package io.footnote.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.ThreadSafePOSTaggerME;
import org.jspecify.annotations.Nullable;

/**
 * Gives the words of an English sentence their parts of speech, by OpenNLP's maximum-entropy model of the Universal
 * Dependencies treebank EWT, and their base forms, by WordNet's rules. The tags err in about one word of twenty, so
 * what rests on one should survive a wrong one.
 *
 * <p>The first of a process takes about a quarter of a second to load. Deterministic. Safe for any number of threads; each that uses
 * it keeps a decoder of its own, while the weights are shared.
 */
public final class Tagger {

    /** The longest sentence, in UTF-16 units; the words beyond are left out. */
    public static final int MAX_UNITS = 5_000;

    private static final String MODEL = "opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    /** Read once and for all: it never changes. */
    private static @Nullable POSModel shipped;

    private final Tokenizer tokenizer;
    private final WordNet words;
    private final ThreadSafePOSTaggerME tagger;

    private Tagger(Lexicon lexicon, WordNet words, POSModel model) {
        this.tokenizer = new Tokenizer(lexicon);
        this.words = words;
        this.tagger = new ThreadSafePOSTaggerME(model, POSTagFormat.UD);
    }

    /**
     * Reads the model that ships with the program.
     *
     * @param words knows base forms
     * @throws UncheckedIOException when the model is missing from the class path or damaged
     */
    public static Tagger load(Lexicon lexicon, WordNet words) {
        return new Tagger(lexicon, words, shipped());
    }

    private static synchronized POSModel shipped() {
        if (shipped == null) {
            try (InputStream model = Tagger.class.getClassLoader().getResourceAsStream(MODEL)) {
                if (model == null) {
                    throw new IOException(MODEL + " is not on the class path");
                }
                shipped = new POSModel(model);
            } catch (IOException e) {
                throw new UncheckedIOException("The part-of-speech model cannot be read: build the program anew.", e);
            }
        }
        return shipped;
    }

    /**
     * The words and marks of a sentence in order. They begin and end where an {@link Annotator}'s tokens do, but for
     * countries of several words, which it joins.
     *
     * @param sentence one sentence; of several, words near the joins are tagged less well
     */
    public List<TaggedWord> tag(String sentence) {
        List<Token> tokens =
                tokenizer.tokenize(sentence.length() > MAX_UNITS ? sentence.substring(0, MAX_UNITS) : sentence);
        if (tokens.isEmpty()) {
            return List.of();
        }
        String[] read = new String[tokens.size()];
        for (int index = 0; index < read.length; index++) {
            read[index] = asTreebanksWrite(tokens, index);
        }
        String[] tags = tagger.tag(read);
        List<TaggedWord> tagged = new ArrayList<>(tags.length);
        for (int index = 0; index < tags.length; index++) {
            Token token = tokens.get(index);
            PartOfSpeech tag = tag(token, read[index], PartOfSpeech.of(tags[index]));
            String text = sentence.substring(token.start(), token.end());
            tagged.add(new TaggedWord(token.start(), token.end(), text, tag, lemma(read[index], tag)));
        }
        return tagged;
    }

    /** Contracted words in full, since the treebank keeps contractions in one piece and these are taken apart. */
    private static String asTreebanksWrite(List<Token> tokens, int index) {
        Token token = tokens.get(index);
        boolean joined = index > 0 && tokens.get(index - 1).end() == token.start();
        if (!joined || !tokens.get(index - 1).isWord()) {
            return token.type() == Token.Type.PUNCTUATION ? token.norm() : token.surface();
        }
        return switch (token.norm()) {
            case "n't" -> "not";
            case "ll" -> "will";
            case "ve" -> "have";
            case "re" -> "are";
            case "m" -> "am";
            case "d" -> "would";
            case "s" -> isSubject(tokens.get(index - 1).norm()) ? "is" : "'s";
            default -> token.type() == Token.Type.PUNCTUATION ? token.norm() : token.surface();
        };
    }

    /** What has no possessive with an apostrophe, so that {@code 's} behind it is a verb. */
    private static boolean isSubject(String norm) {
        return switch (norm) {
            case "it", "he", "she", "that", "there", "who", "what", "where", "here" -> true;
            default -> false;
        };
    }

    private static PartOfSpeech tag(Token token, String read, PartOfSpeech predicted) {
        if (read.equals("'s")) {
            return PartOfSpeech.PART;
        }
        boolean mark = predicted == PartOfSpeech.PUNCT || predicted == PartOfSpeech.SYM;
        if (token.isWord() && mark) {
            return PartOfSpeech.X;
        }
        return token.isWord() || mark ? predicted : PartOfSpeech.PUNCT;
    }

    private String lemma(String word, PartOfSpeech tag) {
        return switch (tag) {
            case PROPN -> word;
            case AUX ->
                switch (word.toLowerCase(Locale.ROOT)) {
                    // WordNet has no auxiliaries of these forms, or another verb
                    case "am", "is", "are", "was", "were" -> "be";
                    case "will", "can", "may", "might", "must", "shall", "should", "would", "could" ->
                        word.toLowerCase(Locale.ROOT);
                    default -> words.baseForm(word, tag);
                };
            case NOUN, VERB, ADJ, ADV -> words.baseForm(word, tag);
            default -> word.toLowerCase(Locale.ROOT);
        };
    }
}
