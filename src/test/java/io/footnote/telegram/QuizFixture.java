package io.footnote.telegram;

import io.footnote.answer.AnswerTrace;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.quiz.ItemType;
import io.footnote.quiz.QuizItem;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.Database;
import io.footnote.storage.PersonalData;
import io.footnote.storage.QuizItems;
import io.footnote.storage.QuizRounds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A bot with quizzes on an invented article, a clock that stands until it is moved, and restarts. Closed by {@link #close}. */
final class QuizFixture implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(60);
    static final PersonalData PERSONAL = PersonalData.under("a key of more than thirty-two characters");
    static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    static final List<String> SENTENCES = List.of(
            "Mira Holt founded the lighthouse school in 1911.",
            "The school took in 42 pupils from the islands.",
            "Jon Aske taught them to read the weather.",
            "The keeper’s house burned down on a Friday.",
            "Lena Brandt wrote the first almanac.",
            "A ferry crossed the sound 6 times a day.");

    static final Article ARTICLE = article("quiz-article", SENTENCES);

    final FakeBotApi api;
    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);
    private final List<Article> shelf = new CopyOnWriteArrayList<>(List.of(ARTICLE));
    private final Database database;
    private Bot bot;
    private Thread running;

    QuizFixture(Path folder) throws IOException {
        api = FakeBotApi.start();
        database = Database.inFolder(folder);
        start();
    }

    /** Its sentences one behind the other. */
    static Article article(String id, List<String> sentences) {
        String text = String.join(" ", sentences);
        List<Sentence> places = new ArrayList<>();
        int start = 0;
        for (String sentence : sentences) {
            places.add(new Sentence(places.size() + 1, start, start + sentence.length(), true));
            start += sentence.length() + 1;
        }
        return new Article(id, "The lighthouse school", "school.txt", null, "en", text, places);
    }

    /** An item for each sentence, as long as there are six. */
    static List<QuizItem> items(Article article) {
        if (article.sentences().size() < SENTENCES.size()) {
            return List.of();
        }
        return List.of(
                item(
                        article,
                        1,
                        ItemType.WHO,
                        "Who founded the lighthouse school?",
                        "Mira Holt",
                        "Jon Aske",
                        "Lena Brandt"),
                item(article, 2, ItemType.HOW_MANY, "How many pupils did the school take in?", "42", "24", "82"),
                item(
                        article,
                        3,
                        ItemType.WHO,
                        "Who taught them to read the weather?",
                        "Jon Aske",
                        "Mira Holt",
                        "Lena Brandt"),
                item(article, 4, ItemType.WHEN, "On which day did the house burn down?", "Friday", "Monday", "Sunday"),
                item(article, 5, ItemType.WHO, "Who wrote the first almanac?", "Lena Brandt", "Mira Holt", "Jon Aske"),
                item(article, 6, ItemType.HOW_MANY, "How many times a day did a ferry cross?", "6", "4", "9"));
    }

    private static QuizItem item(Article article, int number, ItemType type, String question, String... options) {
        String sentence = article.textOf(article.sentence(number));
        return new QuizItem(
                article.id() + "-" + number,
                type,
                question,
                List.of(options),
                0,
                sentence,
                article.id(),
                List.of(number),
                "fact of " + sentence);
    }

    private void start() {
        AnswerRecords log = new AnswerRecords(database);
        bot = new Bot(
                new BotOptions(
                        FakeBotApi.TOKEN,
                        api.url(),
                        null,
                        new BotOptions.Limits(100, 100, 1_000),
                        Set.of(),
                        Duration.ofDays(90)),
                database,
                PERSONAL,
                Answers.by((question, reader, listener) -> {
                    AnswerTrace trace = Answers.trace(question, Answers.grounded("About: " + question.text()));
                    log.record(trace);
                    return trace;
                }),
                () -> List.copyOf(shelf),
                new Quizzing(
                        QuizFixture::items,
                        (item, article) -> !item.question().contains("pupils"),
                        (item, typed) -> typed.equalsIgnoreCase(item.key())),
                (InstantSource) now::get,
                line -> {});
        running = Thread.ofPlatform().start(bot::run);
    }

    /** Stops the bot and starts another on what it kept. */
    void restart() throws InterruptedException {
        bot.stop();
        running.join();
        start();
    }

    Instant now() {
        return now.get();
    }

    void moveTo(Instant then) {
        now.set(then);
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /** Serves another version of the article, or none. */
    void serve(List<Article> articles) {
        shelf.clear();
        shelf.addAll(articles);
    }

    private QuizRounds rounds() {
        return new QuizRounds(
                database, PERSONAL, Long.parseLong(FakeBotApi.TOKEN.substring(0, FakeBotApi.TOKEN.indexOf(':'))));
    }

    /** The round that goes on in a chat. */
    Optional<QuizRounds.Round> openRound(long chat) {
        return rounds().open(chat);
    }

    /** What moderators decide by. */
    QuizItems decisions() {
        return new QuizItems(database);
    }

    /** The message of that number, counted from 1 over all that the bot sent to the chat. */
    SentMessage message(long chat, int number) {
        return api.awaitMessages(chat, number, SOON).get(number - 1);
    }

    /** Answers a poll after some thought, counted from when the bot knew that it was sent; waits until it counts. */
    void vote(Person person, SentMessage poll, boolean right, Duration thought) {
        QuizRounds rounds = rounds();
        QuizRounds.Asked asked = await(() -> rounds.askedByPoll(poll.pollId()));
        pass(thought);
        int option = right
                ? poll.correctOption()
                : (poll.correctOption() + 1) % poll.options().size();
        api.deliver(IncomingUpdate.pollAnswer(person, poll, option));
        await(() -> Optional.of(asked).filter(known -> rounds.answered(known.id(), person.id())));
    }

    static <T> T await(Supplier<Optional<T>> wanted) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() - deadline < 0) {
            Optional<T> found = wanted.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("not within " + SOON);
    }

    @Override
    public void close() throws InterruptedException {
        bot.stop();
        running.join();
        database.close();
        api.close();
    }
}
