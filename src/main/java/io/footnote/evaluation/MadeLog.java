package io.footnote.evaluation;

import io.footnote.answer.Abstained;
import io.footnote.answer.Abstained.Reason;
import io.footnote.answer.Answer;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Flag;
import io.footnote.answer.Grounded;
import io.footnote.answer.Question;
import io.footnote.answer.Source;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.grounding.Verdict;
import io.footnote.model.ModelCall;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.Articles;
import io.footnote.storage.Database;
import io.footnote.storage.Exchanges;
import io.footnote.storage.Exchanges.Opinion;
import io.footnote.storage.PersonalData;
import io.footnote.storage.Review;
import io.footnote.storage.Review.Decision;
import io.footnote.storage.Reviews;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A log of made-up answers, the same for the same seed: articles, engines, scores, times and costs vary, words are as
 * frequent as in a text (Zipf), and some answers have verdicts, thumbs and flags. For one thread.
 */
public final class MadeLog {
    /** When the first question is asked. */
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** How far the questions are apart. */
    public static final Duration APART = Duration.ofSeconds(20);

    private static final int ARTICLES = 40;
    private static final int WORDS = 5_000;
    private static final int IN_ONE_TRANSACTION = 2_000;
    private static final long MODERATOR = 1001;

    private final Database database;
    private final Random random;
    private final List<Article> articles = new ArrayList<>();

    /** @param database an open database with nothing in it, which stays the caller's to close */
    public MadeLog(Database database, long seed) {
        this.database = database;
        this.random = new Random(seed);
    }

    /**
     * Writes the log.
     *
     * @param entries how many
     * @param done told how many there are, now and then
     */
    public void write(long entries, LongConsumer done) {
        Articles kept = new Articles(database);
        for (int number = 0; number < ARTICLES; number++) {
            String text = "The " + word(number) + " opened on Monday.";
            articles.add(new Article(
                    "article" + number,
                    "About " + word(number),
                    "made.txt",
                    null,
                    number % 4 == 0 ? "ru" : "en",
                    text,
                    List.of(new Sentence(1, 0, text.length(), true))));
            kept.save(articles.get(number));
        }
        AnswerRecords records = new AnswerRecords(database);
        Reviews reviews = new Reviews(database, InstantSource.system());
        Exchanges exchanges = new Exchanges(database, PersonalData.under("made-up data, so the key is no secret"), 1);
        for (long first = 0; first < entries; first += IN_ONE_TRANSACTION) {
            long from = first;
            long to = Math.min(entries, first + IN_ONE_TRANSACTION);
            database.together(() -> {
                for (long number = from; number < to; number++) {
                    AnswerTrace trace = trace(number);
                    records.record(trace);
                    if (random.nextInt(50) == 0) {
                        reviews.save(new Review(
                                trace.id(),
                                MODERATOR,
                                decision(),
                                "",
                                trace.question().askedAt()));
                    }
                    if (random.nextInt(20) == 0) {
                        Opinion opinion = Opinion.values()[random.nextInt(Opinion.values().length)];
                        exchanges.judge(
                                trace.id(), number, opinion, trace.question().askedAt());
                    }
                }
            });
            done.accept(to);
        }
    }

    private Decision decision() {
        return Decision.values()[random.nextInt(Decision.values().length)];
    }

    private AnswerTrace trace(long number) {
        Article article = articles.get((int) Math.min(ARTICLES - 1, Math.abs(random.nextGaussian() * ARTICLES / 3)));
        Instant askedAt = BEGIN.plus(APART.multipliedBy(number));
        return new AnswerTrace(
                "made-" + number,
                Question.of(words(4 + random.nextInt(8)) + "?", askedAt),
                null,
                List.of(article.id()),
                answer(article),
                List.of(),
                List.of(),
                random.nextInt(5) == 0 ? List.of(call(askedAt)) : List.of(),
                Duration.ofMillis(Math.round(Math.exp(3 + random.nextGaussian()))),
                List.of(),
                List.of(),
                random.nextInt(100) == 0 ? List.of(new Flag(Flag.Kind.ORDERS, Flag.Place.QUESTION)) : List.of());
    }

    private Answer answer(Article article) {
        double confidence = random.nextDouble();
        String engine = random.nextInt(5) == 0 ? "openai:small" : "extractive";
        @Nullable String fallback = random.nextInt(40) == 0 ? "the language model did not answer in time" : null;
        Source source = Source.of(1, article, article.sentence(1));
        if (random.nextInt(4) == 0) {
            Reason reason = Reason.values()[random.nextInt(Reason.values().length)];
            return new Abstained(reason, null, List.of(source), confidence, engine, fallback);
        }
        Statement statement = new Statement(words(8), List.of(new Citation(article.id(), 1)));
        return new Grounded(
                List.of(new CheckedStatement(statement, Verdict.SUPPORTED, random.nextDouble(), List.of())),
                List.of(source),
                null,
                confidence,
                engine,
                fallback);
    }

    private ModelCall call(Instant at) {
        return new ModelCall(
                "openai:small",
                "answer",
                "00ff",
                at,
                Duration.ofMillis(200),
                ModelCall.Outcome.REPLIED,
                1_000,
                100,
                (long) random.nextInt(2_000),
                "{}");
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int index = 0; index < count; index++) {
            // the rank of a word by Zipf's law: the logarithm of the rank is about even
            int rank = (int) Math.exp(random.nextDouble() * Math.log(WORDS));
            words.append(index == 0 ? "" : " ").append(word(rank));
        }
        return words.toString();
    }

    /** The word of a rank, from 1: a common one has a small rank. */
    public static String word(int rank) {
        String syllables = "bakedofuligomenuparisotuvawe";
        StringBuilder word = new StringBuilder("w");
        for (int rest = rank; rest > 0 || word.length() < 3; rest /= 14) {
            word.append(syllables, 2 * (rest % 14), 2 * (rest % 14) + 2);
        }
        return word.toString();
    }
}
