package io.footnote.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Facts about English words, read from the lists beside this class: function words, irregular forms, units, currencies, countries
 * and their demonyms, titles, negations. Immutable, safe for any number of threads.
 */
public final class Lexicon {

    private static final List<String> ORDINARY_ENDINGS = List.of(
            "ing", "ly", "tion", "tions", "ment", "ments", "tial", "ous", "tive", "ness", "ful", "able", "ible");

    /** Conditions are on what stands before the ending, so that all forms of a word change or none. */
    private static final List<Spelling> SPELLINGS = List.of(
            new Spelling("^(.{4,})is(e|es|ed|ing|ation|ations)$", "$1iz$2"),
            new Spelling("^(.{3,})our(s|ed|ing|able|ite|ites|)$", "$1or$2"),
            new Spelling("^(.{3,})tre(s|d|)$", "$1ter$2"),
            new Spelling("^(def|off|lic|pret)ence(s|)$", "$1ense$2"));

    /** Longer runs of letters are no words and have no stem. */
    private static final int LONGEST_WORD = 64;

    private final PorterStemmer stemmer = new PorterStemmer();
    private final Set<String> stopWords = words("stop-words.txt");
    private final Set<String> titles = words("titles.txt");
    private final Set<String> commonWords = words("common-words.txt");
    private final Set<String> clauseBoundaries = words("clause-boundaries.txt");
    private final Map<String, String> irregular = forms("irregular-forms.txt", " ");
    private final Map<String, String> units = forms("units.txt", " ");
    private final Map<String, String> currencies = forms("currencies.txt", " ");
    private final Map<String, String> countries = forms("countries.txt", "\\|");
    private final Map<String, String> wordClasses = forms("word-classes.txt", " ");
    private final Set<String> measures = Set.copyOf(units.values());
    private final Set<String> negations = new HashSet<>();
    private final Set<String> denials = new HashSet<>();

    private record Spelling(Pattern british, String american) {
        Spelling(String british, String american) {
            this(Pattern.compile(british), american);
        }
    }

    private Lexicon() {
        for (String word : words("negation.txt")) {
            negations.add(key(word));
        }
        for (String word : words("denial.txt")) {
            denials.add(key(word));
        }
        denials.addAll(negations);
    }

    /** The lists are read when the first asks for them, and once. */
    private static final class Shipped {
        private static final Lexicon ENGLISH = new Lexicon();

        private Shipped() {}
    }

    /**
     * The lists that ship with the program.
     *
     * @throws ExceptionInInitializerError when one is missing from the build
     */
    public static Lexicon english() {
        return Shipped.ENGLISH;
    }

    /**
     * What a word is compared by: without diacritics, in one of the spellings of English, irregular forms as their base,
     * stemmed. Words outside the Latin alphabet are their own key.
     *
     * @param norm the word in lower case
     */
    public String key(String norm) {
        if (norm.length() > LONGEST_WORD) {
            return norm;
        }
        String plain = withoutDiacritics(norm);
        String base = irregular.getOrDefault(plain, plain);
        for (int index = 0; index < base.length(); index++) {
            if (base.charAt(index) < 'a' || base.charAt(index) > 'z') {
                return base;
            }
        }
        return stemmer.stem(oneSpelling(base));
    }

    /** Whether a word in lower case is a function word. */
    public boolean isStopWord(String norm) {
        return stopWords.contains(norm);
    }

    /** Whether a word in lower case says what somebody is, as {@code president} does. */
    public boolean isTitle(String norm) {
        return titles.contains(norm);
    }

    /** Whether a word in lower case is an ordinary word though a capital at the start of a sentence hides it. */
    public boolean isCommonWord(String norm) {
        return commonWords.contains(norm)
                || stopWords.contains(norm)
                || (norm.length() > 5 && ORDINARY_ENDINGS.stream().anyMatch(norm::endsWith));
    }

    /** What part a token plays in a phrase. */
    public WordClass classOf(Token token) {
        if (token.type() == Token.Type.PUNCTUATION) {
            return WordClass.ofMark(token.norm());
        }
        if (token.type() == Token.Type.NUMBER) {
            return WordClass.NUMBER;
        }
        String listed = wordClasses.get(token.norm());
        if (listed != null) {
            return WordClass.valueOf(listed.toUpperCase(Locale.ROOT));
        }
        return token.capitalised() ? WordClass.CAPITAL : WordClass.ofEnding(token.norm());
    }

    /** Whether a word in lower case opens another clause. */
    public boolean opensClause(String norm) {
        return clauseBoundaries.contains(norm);
    }

    /** Whether the word of that key denies what it governs. */
    public boolean isNegation(String key) {
        return negations.contains(key);
    }

    /** Whether the word of that key denies, or excludes, or says that something was left undone. */
    public boolean isDenial(String key) {
        return denials.contains(key);
    }

    /** The unit of measure a word in lower case is a form of, or null. */
    public @Nullable String unit(String norm) {
        return units.get(norm);
    }

    /** The currency that a word in lower case or a sign is a form of, or null. */
    public @Nullable String currency(String norm) {
        return currencies.get(norm);
    }

    /** Whether that is a sign, such as {@code $}, rather than a word. */
    static boolean isCurrencySign(String norm) {
        return norm.length() == 1 && Character.getType(norm.charAt(0)) == Character.CURRENCY_SYMBOL;
    }

    /** Whether that is the name a unit of measure is compared by. */
    public boolean isMeasure(@Nullable String unit) {
        return unit != null && measures.contains(unit);
    }

    /** The country, or union of countries, that a phrase of one to four words names or is the demonym of, or null. */
    public @Nullable String country(String phrase) {
        // all capitals are kept apart from the rest: "US" is a country, "us" is not
        String country = countries.get(phrase);
        return country != null ? country : countries.get(phrase.toLowerCase(Locale.ROOT));
    }

    private static String withoutDiacritics(String word) {
        for (int index = 0; index < word.length(); index++) {
            if (word.charAt(index) > 127) {
                return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
            }
        }
        return word;
    }

    /** British and American spellings meet; what this does to other words it does to both sides alike. */
    private static String oneSpelling(String word) {
        String spelled = word;
        for (Spelling spelling : SPELLINGS) {
            spelled = spelling.british().matcher(spelled).replaceFirst(spelling.american());
        }
        return spelled;
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        for (String line : lines(name)) {
            words.addAll(List.of(line.strip().split("\\s+")));
        }
        return words;
    }

    private static Map<String, String> forms(String name, String separator) {
        Map<String, String> forms = new HashMap<>();
        for (String line : lines(name)) {
            int colon = line.indexOf(':');
            for (String form : line.substring(colon + 1).strip().split(separator)) {
                forms.put(form.strip(), line.substring(0, colon));
            }
        }
        return forms;
    }

    private static List<String> lines(String name) {
        InputStream stream = Lexicon.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("word list " + name + " is missing from the build");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
