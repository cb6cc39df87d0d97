package io.footnote.retrieval;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.AnnotatedText;
import io.footnote.language.DateMention;
import io.footnote.language.Encoder;
import io.footnote.language.Lexicon;
import io.footnote.language.Name;
import io.footnote.language.Quantity;
import io.footnote.language.Span;
import io.footnote.language.Token;
import io.footnote.language.TokenVectors;
import io.footnote.language.WordClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stretches of a sentence that may be the words that answer a question: all of one to {@value #MOST_WORDS} words that
 * begin and end at a token, each with what {@link SpanFlags} and {@link SpanFeature} tell of it. None has one half of a
 * pair of brackets or quotation marks without the other. Immutable by convention: the arrays are not to be changed.
 */
public final class SpanChoice {
    /** The most words in a stretch, whether parted by white space or by the tokenizer. */
    public static final int MOST_WORDS = 12;

    private final Article article;
    private final Sentence sentence;
    private final AnnotatedText text;
    private final List<Stretch> stretches = new ArrayList<>();
    private final int[] wordsBefore;

    private record Stretch(int first, int last, int[] flags, float[] measures) {}

    /**
     * @param text the sentence with what was found in it
     * @param encoder reads the article's language
     * @param pieces where the word pieces stand that it reads the sentence in
     * @param vectors of these pieces
     */
    SpanChoice(
            ReadQuestion question,
            Article article,
            Sentence sentence,
            AnnotatedText text,
            Encoder encoder,
            List<Span> pieces,
            TokenVectors vectors,
            Lexicon lexicon) {
        this.article = article;
        this.sentence = sentence;
        this.text = text;
        List<Token> tokens = text.tokens();
        WordClass[] classes = tokens.stream().map(lexicon::classOf).toArray(WordClass[]::new);
        TokenNearness nearness = TokenNearness.of(question, encoder, tokens, pieces, vectors);
        SpanMeasures measures = new SpanMeasures(tokens, classes, nearness, question);
        Map<Span, SpanKind> kinds = kindsOf(text);
        Asks asks =
                Asks.of(question.words().annotated().tokens(), question.words().interrogative());
        int[] gaps = gaps(text.text());
        for (int first = 0; first < tokens.size(); first++) {
            for (int last = first; last < tokens.size() && measures.words(first, last) <= MOST_WORDS; last++) {
                boolean fits =
                        gaps[tokens.get(last).end()] - gaps[tokens.get(first).start()] < MOST_WORDS;
                if (fits
                        && opens(tokens.get(first), classes[first])
                        && ends(tokens.get(last), classes[last])
                        && !measures.tears(first, last)) {
                    SpanFlags.Shape shape = new SpanFlags.Shape(
                            measures.classAt(first - 1),
                            classes[first],
                            classes[last],
                            measures.classAt(last + 1),
                            kindOf(first, last, classes, kinds),
                            measures.words(first, last));
                    int[] flags = SpanFlags.of(shape, question.words().type(), asks);
                    stretches.add(new Stretch(first, last, flags, measures.of(first, last)));
                }
            }
        }
        this.wordsBefore = countable(tokens, classes);
    }

    private static boolean opens(Token token, WordClass is) {
        return token.isWord() || is == WordClass.QUOTE || is == WordClass.NUMBER;
    }

    private static boolean ends(Token token, WordClass is) {
        return token.isWord() || is == WordClass.QUOTE || is == WordClass.NUMBER || is == WordClass.CLOSING;
    }

    /** How many runs of white space begin before each code unit. */
    private static int[] gaps(String text) {
        int[] before = new int[text.length() + 1];
        for (int index = 0; index < text.length(); index++) {
            boolean space = Character.isWhitespace(text.charAt(index));
            boolean run = space && (index == 0 || !Character.isWhitespace(text.charAt(index - 1)));
            before[index + 1] = before[index] + (run ? 1 : 0);
        }
        return before;
    }

    private static Map<Span, SpanKind> kindsOf(AnnotatedText text) {
        Map<Span, SpanKind> kinds = new HashMap<>();
        for (Quantity quantity : text.quantities()) {
            kinds.put(
                    new Span(quantity.first(), quantity.last()),
                    SpanKind.valueOf(quantity.kind().name()));
        }
        for (DateMention date : text.dates()) {
            kinds.put(new Span(date.first(), date.last()), SpanKind.DATE);
        }
        for (Name name : text.names()) {
            kinds.put(new Span(name.first(), name.last()), SpanKind.NAME);
        }
        return kinds;
    }

    private static SpanKind kindOf(int first, int last, WordClass[] classes, Map<Span, SpanKind> kinds) {
        SpanKind exact = kinds.get(new Span(first, last));
        boolean article = classes[first] == WordClass.THE || classes[first] == WordClass.A;
        if (exact == null && article && first < last) {
            exact = kinds.get(new Span(first + 1, last));
        }
        if (exact != null) {
            return exact;
        }
        for (int index = first; index <= last; index++) {
            if (classes[index] == WordClass.NUMBER) {
                return SpanKind.NUMERIC;
            }
        }
        if (classes[first] == WordClass.CAPITAL || classes[last] == WordClass.CAPITAL) {
            return SpanKind.CAPITALISED;
        }
        return switch (classes[first]) {
            case BECAUSE, TO, BY, FOR, THAT, SUBORDINATOR, AS -> SpanKind.CLAUSE;
            default -> SpanKind.PHRASE;
        };
    }

    /** How many words that count stand before each token; articles do not count, as in SQuAD's measure. */
    private static int[] countable(List<Token> tokens, WordClass[] classes) {
        int[] before = new int[tokens.size() + 1];
        for (int index = 0; index < tokens.size(); index++) {
            boolean counts =
                    tokens.get(index).isWord() && classes[index] != WordClass.THE && classes[index] != WordClass.A;
            before[index + 1] = before[index] + (counts ? 1 : 0);
        }
        return before;
    }

    /** How many stretches there are; 0 where the sentence has no word. */
    public int size() {
        return stretches.size();
    }

    /** Where a stretch stands in the article's text, by index from 0. */
    public Span place(int index) {
        Stretch stretch = stretches.get(index);
        return new Span(
                sentence.start() + text.tokens().get(stretch.first()).start(),
                sentence.start() + text.tokens().get(stretch.last()).end());
    }

    /** The words of a stretch, copied from the article, by index from 0. */
    public String text(int index) {
        return place(index).of(article.text());
    }

    /** What is so of a stretch: indices into {@link SpanWeights#names}. */
    public int[] flags(int index) {
        return stretches.get(index).flags();
    }

    /** What is measured of a stretch: the values for {@link SpanWeights#measures}. */
    public float[] measures(int index) {
        return stretches.get(index).measures();
    }

    /** How many words two stretches share, as F1 of their words, in [0, 1]. */
    double overlap(int one, int other) {
        Stretch left = stretches.get(one);
        Stretch right = stretches.get(other);
        int length = length(left.first(), left.last()) + length(right.first(), right.last());
        int shared = length(Math.max(left.first(), right.first()), Math.min(left.last(), right.last()));
        return length == 0 ? 0 : 2.0 * Math.max(0, shared) / length;
    }

    private int length(int first, int last) {
        return last < first ? 0 : wordsBefore[last + 1] - wordsBefore[first];
    }
}
