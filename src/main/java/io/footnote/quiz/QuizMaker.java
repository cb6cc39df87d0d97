package io.footnote.quiz;

import io.footnote.article.Article;
import io.footnote.grounding.CitationGate;
import io.footnote.language.Annotator;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes quiz items from an article's own sentences: those that a chat model drafted and that pass, where there is one, and
 * as many as are wanted without it. Every key rests on a sentence; every distractor, put in the key's place, is a
 * statement that the gate finds unsupported. Central sentences come first, no two items are made from one sentence unless
 * there are too few, and the types take turns. Without a model the same article, number and seed give the same items.
 * Safe for any number of threads.
 */
public final class QuizMaker {
    /** The most items that can be asked for at once. */
    public static final int MAX_COUNT = 50;
    /** The language of the articles that items can be made of. */
    public static final String LANGUAGE = "en";
    /** How many wrong options an item has, true or false apart. */
    static final int DISTRACTORS = 3;
    /** How few do. */
    static final int LEAST_DISTRACTORS = 2;

    private final Annotator annotator;
    private final ArticleReading reading;
    private final ItemCheck check;
    private final @Nullable ModelItems model;
    private final List<ItemMaker> makers = List.of(
            new SubjectMaker(),
            new ActorMaker(),
            new RoleMaker(),
            new WhenWhereMaker(),
            new LocationMaker(),
            new HowManyMaker(),
            new PercentMaker(),
            new AgeMaker(),
            new QuoteMaker(),
            new ReportMaker(),
            new OrderMaker(),
            new TrueFalseMaker(),
            new ClozeMaker());

    /**
     * Makes items without a model.
     *
     * @param gate finds out which statements the article supports
     */
    public QuizMaker(Annotator annotator, Tagger tagger, WordNet words, CitationGate gate) {
        this(annotator, tagger, words, gate, null);
    }

    /**
     * Makes items with a chat model.
     *
     * @param gate finds out which statements the article supports
     * @param draft has the model draft items, or null to do without
     */
    public QuizMaker(
            Annotator annotator, Tagger tagger, WordNet words, CitationGate gate, @Nullable ItemDrafter draft) {
        this.annotator = annotator;
        this.reading = new ArticleReading(annotator, tagger, words);
        this.check = new ItemCheck(gate);
        this.model = draft == null
                ? null
                : new ModelItems(draft, new DraftedItemCheck(annotator, tagger, words, gate, check));
    }

    /**
     * Items about an article. One in another language than {@link #LANGUAGE} gives none.
     *
     * @param count how many are wanted, 1 to {@link #MAX_COUNT}; fewer come of an article with fewer facts
     * @param seed what chance goes by
     */
    public Quiz make(Article article, int count, long seed) {
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException("count must be 1 to " + MAX_COUNT + ", got " + count);
        }
        if (!serves(article)) {
            return Quiz.inOtherLanguage(article.language(), count);
        }
        ReadArticle read = reading.read(article);
        Random random = new Random(seed);
        List<Candidate> candidates = new ArrayList<>();
        makers.forEach(
                maker -> maker.candidates(read).forEach(candidate -> candidates.add(withLikeOptions(candidate, read))));
        Collections.shuffle(candidates, random);
        candidates.sort(Comparator.comparingDouble(Choice::worth).reversed());
        ModelItems.Passed passed = model == null ? ModelItems.Passed.NONE : model.of(article, read, count);
        List<Candidate> chosen =
                new Choice(annotator, check::checked).choose(passed.candidates(), candidates, count, read);
        Assembly assembly = new Assembly(article, annotator, random);
        return new Quiz(assembly.items(chosen), count, passed.failure());
    }

    /** Whether items can be made of an article in its language. */
    public static boolean serves(Article article) {
        return Locale.forLanguageTag(article.language()).getLanguage().equals(LANGUAGE);
    }

    /** The candidate with those names only that could be taken for its key, or of less weight where there are too few. */
    private static Candidate withLikeOptions(Candidate made, ReadArticle article) {
        boolean told = made.sentence().clear() && made.sentence().context().isEmpty();
        boolean unclear = made.type().asks() && !told && !article.contexts().standsAlone(made);
        Candidate candidate = unclear ? made.secondRate() : made;
        Entity key = candidate.type() == ItemType.TRUE_FALSE ? null : article.entity(candidate.key());
        if (key == null || !key.text().equals(candidate.key())) {
            return candidate;
        }
        Likeness likeness = article.likeness();
        String question = candidate.question();
        List<String> like = options(candidate, article, other -> likeness.alike(key, other, question));
        if (like.size() >= LEAST_DISTRACTORS) {
            return candidate.with(like);
        }
        if (key.kind() != Entity.Kind.PERSON) {
            // Another kind of place, or a preposition, would rule the others out.
            return key.kind() == Entity.Kind.PLACE ? candidate.with(List.of()) : candidate.secondRate();
        }
        if (candidate.type() == ItemType.QUOTE) {
            long speakers =
                    candidate.distractors().stream().filter(likeness::speaks).count();
            return speakers >= LEAST_DISTRACTORS ? candidate : candidate.secondRate();
        }
        List<String> plausible = options(candidate, article, other -> likeness.plausible(key, other, question)).stream()
                .sorted(Comparator.comparing(option -> !likeness.speaks(option)))
                .toList();
        return plausible.size() >= LEAST_DISTRACTORS
                ? candidate.with(plausible).secondRate()
                : candidate.with(List.of());
    }

    /** The candidate's options that name somebody or something of which that holds, and those that name nobody. */
    private static List<String> options(Candidate candidate, ReadArticle article, Predicate<Entity> wanted) {
        return candidate.distractors().stream()
                .filter(option -> {
                    Entity other = article.entity(option);
                    return other == null || wanted.test(other);
                })
                .toList();
    }
}
