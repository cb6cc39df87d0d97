package io.footnote.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.IndexWord;
import net.sf.extjwnl.data.POS;
import net.sf.extjwnl.data.Pointer;
import net.sf.extjwnl.data.PointerType;
import net.sf.extjwnl.data.Synset;
import net.sf.extjwnl.data.Word;
import net.sf.extjwnl.dictionary.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * What English words mean to each other, by WordNet 3.1 (Miller, 1995, <i>WordNet: A Lexical Database for English</i>):
 * the same, the opposite, a kind of. Words are asked for by their base form in lower case; expressions of several words
 * have spaces. Only the {@value #SENSES} most frequent senses of a word count, since in a text the rare ones mislead more
 * often than they help. A word that WordNet lacks has no relations.
 *
 * <p>The first of a process takes about half a second to load, and the dictionary stays in memory with 35 MB. Safe for any number of threads.
 */
public final class WordNet {

    /** How many senses of a word count, the most frequent first. */
    static final int SENSES = 5;
    /** How many words are remembered at most. */
    static final int REMEMBERED_WORDS = 20_000;

    /** Read once and for all: it never changes. */
    private static @Nullable Dictionary shipped;

    private final Dictionary dictionary;
    private final Cache<Key, Entry> entries =
            Caffeine.newBuilder().maximumSize(REMEMBERED_WORDS).build();

    private final Cache<Key, String> baseForms =
            Caffeine.newBuilder().maximumSize(REMEMBERED_WORDS).build();

    private record Key(POS pos, String lemma) {}

    private record Entry(
            Set<String> synonyms, Set<String> antonyms, Set<String> hypernyms, Set<String> kinds, Set<String> derived) {
        static final Entry NONE = new Entry(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    private WordNet(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * Reads the dictionary that ships with the program.
     *
     * @throws IllegalStateException when it is missing from the class path or damaged
     */
    public static synchronized WordNet load() {
        if (shipped == null) {
            try {
                shipped = Dictionary.getDefaultResourceInstance();
            } catch (JWNLException e) {
                throw new IllegalStateException("WordNet cannot be read: build the program anew.", e);
            }
        }
        return new WordNet(shipped);
    }

    /** Whether it has the word as that part of speech. */
    public boolean knows(String lemma, PartOfSpeech tag) {
        return entry(lemma, tag) != Entry.NONE;
    }

    /** Words that can stand for this one; itself left out. */
    public Set<String> synonyms(String lemma, PartOfSpeech tag) {
        return entry(lemma, tag).synonyms();
    }

    /** Words that say the opposite, as {@code fall} does of {@code rise}; those of adjectives also by way of close ones. */
    public Set<String> antonyms(String lemma, PartOfSpeech tag) {
        return entry(lemma, tag).antonyms();
    }

    /** Nouns or verbs one step more general, as {@code vehicle} is than {@code car}; synonyms among each other. */
    public Set<String> hypernyms(String lemma, PartOfSpeech tag) {
        return entry(lemma, tag).hypernyms();
    }

    /** Words of other classes made from this one or it from them, as {@code destruction} is from {@code destroy}. */
    public Set<String> derived(String lemma, PartOfSpeech tag) {
        return entry(lemma, tag).derived();
    }

    /**
     * Whether one is a kind of the other in any number of steps, in any of its frequent senses; no word is a kind of
     * itself.
     */
    public boolean isKindOf(String lemma, String kind, PartOfSpeech tag) {
        return entry(lemma, tag).kinds().contains(normal(kind));
    }

    /**
     * The base form of a word as that part of speech, by WordNet's lists of irregular forms and its rules for endings:
     * {@code rise} for {@code rose}, the verb. The word itself in lower case where they know none.
     */
    public String baseForm(String word, PartOfSpeech tag) {
        POS pos = pos(tag);
        String lower = normal(word);
        return pos == null || lower.isBlank() ? lower : baseForms.get(new Key(pos, lower), this::readBaseForm);
    }

    private String readBaseForm(Key key) {
        synchronized (dictionary) {
            try {
                List<String> forms = dictionary.getMorphologicalProcessor().lookupAllBaseForms(key.pos(), key.lemma());
                return forms.isEmpty() ? key.lemma() : forms.getFirst();
            } catch (JWNLException e) {
                throw new IllegalStateException(
                        "WordNet failed on a " + key.pos().getLabel(), e);
            }
        }
    }

    private static String normal(String lemma) {
        return lemma.toLowerCase(Locale.ROOT);
    }

    private Entry entry(String lemma, PartOfSpeech tag) {
        POS pos = pos(tag);
        if (pos == null || lemma.isBlank()) {
            return Entry.NONE;
        }
        return entries.get(new Key(pos, normal(lemma)), this::read);
    }

    private static @Nullable POS pos(PartOfSpeech tag) {
        return switch (tag) {
            case NOUN, PROPN -> POS.NOUN;
            case VERB, AUX -> POS.VERB;
            case ADJ -> POS.ADJECTIVE;
            case ADV -> POS.ADVERB;
            default -> null;
        };
    }

    private Entry read(Key key) {
        // extJWNL resolves pointers lazily into shared objects, so one at a time
        synchronized (dictionary) {
            try {
                IndexWord word = dictionary.getIndexWord(key.pos(), key.lemma());
                return word == null ? Entry.NONE : entry(key.lemma(), word);
            } catch (JWNLException e) {
                throw new IllegalStateException(
                        "WordNet failed on a " + key.pos().getLabel(), e);
            }
        }
    }

    private static Entry entry(String lemma, IndexWord word) throws JWNLException {
        List<Synset> frequent =
                word.getSenses().subList(0, Math.min(SENSES, word.getSenses().size()));
        Set<String> synonyms = new LinkedHashSet<>();
        Set<String> antonyms = new LinkedHashSet<>();
        Set<String> hypernyms = new LinkedHashSet<>();
        Set<String> derived = new LinkedHashSet<>();
        for (Synset sense : frequent) {
            addWords(sense, synonyms);
            for (Synset general : targets(sense, PointerType.HYPERNYM, PointerType.INSTANCE_HYPERNYM)) {
                addWords(general, hypernyms);
            }
            addLexical(sense, lemma, PointerType.ANTONYM, antonyms);
            addLexical(sense, lemma, PointerType.DERIVATION, derived);
            addLexical(sense, lemma, PointerType.PERTAINYM, derived);
            for (Synset close : targets(sense, PointerType.SIMILAR_TO)) {
                addLexical(close, null, PointerType.ANTONYM, antonyms);
            }
        }
        synonyms.remove(lemma);
        derived.remove(lemma);
        antonyms.removeAll(synonyms);
        // the most frequent sense first, so no Set.copyOf, which shuffles
        return new Entry(
                Collections.unmodifiableSet(synonyms),
                Collections.unmodifiableSet(antonyms),
                Collections.unmodifiableSet(hypernyms),
                kinds(lemma, frequent),
                Collections.unmodifiableSet(derived));
    }

    /** Everything more general, up to the most general word. */
    private static Set<String> kinds(String lemma, List<Synset> senses) throws JWNLException {
        Set<String> kinds = new HashSet<>();
        Set<Long> seen = new HashSet<>();
        Deque<Synset> open = new ArrayDeque<>(senses);
        while (!open.isEmpty()) {
            for (Synset general : targets(open.removeFirst(), PointerType.HYPERNYM, PointerType.INSTANCE_HYPERNYM)) {
                if (seen.add(general.getOffset())) {
                    addWords(general, kinds);
                    open.addLast(general);
                }
            }
        }
        kinds.remove(lemma);
        return Set.copyOf(kinds);
    }

    private static List<Synset> targets(Synset sense, PointerType... types) throws JWNLException {
        Set<Synset> targets = new LinkedHashSet<>();
        for (PointerType type : types) {
            for (Pointer pointer : sense.getPointers(type)) {
                targets.add(pointer.getTargetSynset());
            }
        }
        return List.copyOf(targets);
    }

    /** What a pointer between words, not senses, leads to; from every word of the sense where none is given. */
    private static void addLexical(Synset sense, @Nullable String lemma, PointerType type, Set<String> found)
            throws JWNLException {
        for (Word word : sense.getWords()) {
            if (lemma == null || normal(word.getLemma()).equals(lemma)) {
                for (Pointer pointer : word.getPointers(type)) {
                    if (pointer.getTarget() instanceof Word target) {
                        found.add(normal(target.getLemma()));
                    }
                }
            }
        }
    }

    private static void addWords(Synset sense, Set<String> words) {
        sense.getWords().forEach(word -> words.add(normal(word.getLemma())));
    }
}
