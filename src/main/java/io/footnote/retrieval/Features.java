package io.footnote.retrieval;

import io.footnote.language.EncodedText;
import io.footnote.language.Span;
import io.footnote.language.Token;
import io.footnote.language.TokenVectors;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks closer at sentences: computes the features of one after the other. For one question. */
final class Features {
    private static final int NEIGHBOURS = 3;
    private static final int PAIR_WINDOW = 4;
    private static final int SPELLED_LENGTH = 5;
    private static final Set<String> PRONOUNS = Set.of(
            "he", "she", "it", "they", "this", "these", "that", "those", "his", "her", "its", "their", "such", "both",
            "here", "there", "one", "who");

    private final QuestionWords question;
    private final EncodedText encoded;
    private final AnswerType answerType;
    private final Map<String, Candidate[]> articles;
    private final Function<ArticleScope.Member, SentenceWords> words;
    private final List<String> asked;

    /**
     * @param question the question's words
     * @param encoded the question as the encoder read it
     * @param answerType says what a sentence offers
     * @param articles the sentences of each article by key, in order
     * @param words the words of a sentence
     */
    Features(
            QuestionWords question,
            EncodedText encoded,
            AnswerType answerType,
            Map<String, Candidate[]> articles,
            Function<ArticleScope.Member, SentenceWords> words) {
        this.question = question;
        this.encoded = encoded;
        this.answerType = answerType;
        this.articles = articles;
        this.words = words;
        this.asked = question.annotated().tokens().stream()
                .filter(Token::isWord)
                .map(Token::key)
                .toList();
    }

    /** In the order of {@link Feature}. */
    double[] of(Candidate candidate, TokenVectors tokens, Set<String> headline) {
        double[] features = new double[Scaling.NAMES.size()];
        SentenceWords sentence = words.apply(candidate.member());
        set(features, Feature.BM25, candidate.bm25());
        set(features, Feature.COSINE, candidate.cosine());
        neighbours(candidate, features);
        nearness(tokens.nearest(encoded.tokens()), features);
        coverage(candidate, sentence, headline, features);
        order(sentence, features);
        shape(sentence, features);
        Feature asked = ASKED.get(question.type());
        if (asked != null) {
            set(features, asked, answerType.offered(question.type(), sentence, question.keys()));
        }
        return features;
    }

    private static void set(double[] features, Feature feature, double value) {
        features[feature.ordinal()] = value;
    }

    private static void set(double[] features, Feature feature, boolean value) {
        set(features, feature, value ? 1.0 : 0.0);
    }

    private static final Map<QuestionType, Feature> ASKED = asked();

    private static Map<QuestionType, Feature> asked() {
        Map<QuestionType, Feature> asked = new EnumMap<>(QuestionType.class);
        for (QuestionType type : QuestionType.values()) {
            for (Feature feature : Feature.values()) {
                if (feature.name().equals(type.name())) {
                    asked.put(type, feature);
                }
            }
        }
        return asked;
    }

    private @Nullable Candidate neighbour(Candidate candidate, int distance) {
        Candidate[] all = articles.get(candidate.member().key());
        int index = candidate.member().sentence().number() - 1 + distance;
        return all == null || index < 0 || index >= all.length ? null : all[index];
    }

    private void neighbours(Candidate candidate, double[] features) {
        double sum = 0;
        int count = 0;
        for (int distance = -NEIGHBOURS; distance <= NEIGHBOURS; distance++) {
            Candidate near = distance == 0 ? null : neighbour(candidate, distance);
            if (near != null) {
                sum += near.hybrid();
                count++;
            }
        }
        set(features, Feature.NEIGHBOURHOOD, count == 0 ? candidate.hybrid() : sum / count);
        double greatest = 0;
        for (Candidate one : articles.getOrDefault(candidate.member().key(), new Candidate[0])) {
            greatest = Math.max(greatest, one.hybrid());
        }
        set(features, Feature.ARTICLE, greatest);
    }

    /** MaxSim over the question's content words and what the interrogative asks for. */
    private void nearness(float[] nearest, double[] features) {
        double sum = 0;
        double weighted = 0;
        double weights = 0;
        double weakest = 1;
        double unmet = 0;
        int count = 0;
        for (QuestionWords.Word word : question.content()) {
            double near = nearestOf(word.start(), word.end(), nearest);
            sum += near;
            weighted += near * word.weight();
            weights += word.weight();
            weakest = Math.min(weakest, near);
            unmet += Math.max(0, MET - near);
            count++;
        }
        double all = 0;
        double focus = 0;
        int focused = 0;
        for (int token = 0; token < nearest.length; token++) {
            all += nearest[token];
            if (encoded.places().get(token).start() >= question.interrogative() && focused < FOCUS_TOKENS) {
                focus += nearest[token];
                focused++;
            }
        }
        double mean = nearest.length == 0 ? 0 : all / nearest.length;
        set(features, Feature.MAXSIM, count == 0 ? mean : sum / count);
        set(features, Feature.MAXSIM_RARE, weights == 0 ? mean : weighted / weights);
        set(features, Feature.MAXSIM_WEAKEST, count == 0 ? mean : weakest);
        set(features, Feature.MAXSIM_FOCUS, focused == 0 ? 0 : focus / focused);
        set(features, Feature.MAXSIM_ALL, mean);
        set(features, Feature.MAXSIM_UNMET, unmet);
    }

    private static final int FOCUS_TOKENS = 3;

    /** The nearness of a word that the sentence has, or a synonym of it. */
    private static final double MET = 0.75;

    private double nearestOf(int start, int end, float[] nearest) {
        double sum = 0;
        int count = 0;
        for (int token = 0; token < nearest.length; token++) {
            Span place = encoded.places().get(token);
            if (place.start() < end && start < place.end()) {
                sum += nearest[token];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private void coverage(Candidate candidate, SentenceWords sentence, Set<String> headline, double[] features) {
        Set<String> before = wordsOf(neighbour(candidate, -1));
        Set<String> after = wordsOf(neighbour(candidate, 1));
        double weights = 0;
        double covered = 0;
        double around = 0;
        double above = 0;
        int plain = 0;
        int capitals = 0;
        int named = 0;
        int namedAround = 0;
        double rarest = -1;
        for (QuestionWords.Word word : question.content()) {
            weights += word.weight();
            boolean here = sentence.distinct().contains(word.key());
            boolean near = before.contains(word.key()) || after.contains(word.key());
            if (word.weight() > rarest) {
                rarest = word.weight();
                set(features, Feature.RAREST, here);
            }
            if (here) {
                covered += word.weight();
                plain++;
            } else if (near) {
                around += word.weight();
            } else if (headline.contains(word.key())) {
                above += word.weight();
            }
            if (word.capitalized()) {
                capitals++;
                boolean spelled = here || spelled(word.written(), sentence.names());
                named += spelled ? 1 : 0;
                namedAround += spelled || near ? 1 : 0;
            }
        }
        set(features, Feature.COVERAGE, weights == 0 ? 0 : covered / weights);
        set(features, Feature.COVERAGE_AROUND, weights == 0 ? 0 : around / weights);
        set(features, Feature.COVERAGE_HEADLINE, weights == 0 ? 0 : above / weights);
        set(
                features,
                Feature.COVERAGE_PLAIN,
                question.content().isEmpty()
                        ? 0
                        : (double) plain / question.content().size());
        set(features, Feature.NAMES, capitals == 0 ? 1 : (double) named / capitals);
        set(features, Feature.NAMES_AROUND, capitals == 0 ? 1 : (double) namedAround / capitals);
    }

    private Set<String> wordsOf(@Nullable Candidate candidate) {
        return candidate == null ? Set.of() : words.apply(candidate.member()).distinct();
    }

    /** Whether a name is among those, if need be with another spelling: one letter in five may differ. */
    private static boolean spelled(String written, Set<String> names) {
        String name = written.toLowerCase(Locale.ROOT);
        if (name.length() < SPELLED_LENGTH) {
            return names.contains(name);
        }
        return names.stream()
                .anyMatch(other -> other.charAt(0) == name.charAt(0)
                        && Math.abs(other.length() - name.length()) <= name.length() / SPELLED_LENGTH
                        && distance(name, other) <= name.length() / SPELLED_LENGTH);
    }

    /** The fewest letters to change, add or leave out (Levenshtein, 1966). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int changed = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[other.length()];
    }

    private void order(SentenceWords sentence, double[] features) {
        List<QuestionWords.Word> content = question.content();
        int pairs = 0;
        for (int index = 1; index < content.size(); index++) {
            pairs += near(content.get(index - 1).key(), content.get(index).key(), sentence.keys()) ? 1 : 0;
        }
        set(features, Feature.PAIRS, content.size() < 2 ? 0 : (double) pairs / (content.size() - 1));
        int longest = 0;
        for (int from = 0; from < asked.size(); from++) {
            if (!sentence.distinct().contains(asked.get(from))) {
                continue;
            }
            for (int at = 0; at < sentence.keys().size(); at++) {
                int length = 0;
                while (from + length < asked.size()
                        && at + length < sentence.keys().size()
                        && asked.get(from + length).equals(sentence.keys().get(at + length))) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
        }
        set(features, Feature.RUN, longest);
    }

    private static boolean near(String first, String second, List<String> keys) {
        for (int index = 0; index < keys.size(); index++) {
            if (keys.get(index).equals(first)) {
                int end = Math.min(keys.size(), index + 1 + PAIR_WINDOW);
                if (keys.subList(index + 1, end).contains(second)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void shape(SentenceWords sentence, double[] features) {
        int length = Math.max(1, sentence.keys().size());
        set(features, Feature.LENGTH, Math.log(length));
        long unasked = sentence.distinct().stream()
                .filter(key -> !question.keys().contains(key))
                .count();
        set(features, Feature.NEWS, (double) unasked / length);
        List<Token> tokens = sentence.annotated().tokens();
        Token first = tokens.stream().filter(Token::isWord).findFirst().orElse(null);
        set(features, Feature.PRONOUN, first != null && PRONOUNS.contains(first.norm()));
        int numbers = 0;
        int met = 0;
        for (Token token : question.annotated().tokens()) {
            if (token.type() == Token.Type.NUMBER) {
                numbers++;
                met += sentence.distinct().contains(token.key()) ? 1 : 0;
            }
        }
        set(features, Feature.NEGATION, question.denies() == sentence.denies());
        set(features, Feature.NUMBERS, numbers == 0 ? 1 : (double) met / numbers);
    }
}
