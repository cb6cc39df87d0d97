package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.answer.AnswerListener;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.Overview;
import io.footnote.answer.Question;
import io.footnote.answer.Source;
import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.article.Sentence;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.Statement;
import io.footnote.grounding.Verdict;
import io.footnote.language.SentenceSplitter;
import io.footnote.retrieval.RankedSentence;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.Arrival;
import io.footnote.storage.Database;
import io.footnote.storage.Library;
import io.footnote.storage.PersonalData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers and chats see of an article of the library that is corrected or removed after they have asked. */
class ChangedArticleIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Person READER = Person.reader(7_001);
    private static final String PLACE = "file:///articles/museum.txt";
    private static final String MUSEUM = """
        Museum of Aster opens

        Ann Lind opened the museum on Monday. The museum cost 12 million crowns to build. Visitors queued for three
        hours in the rain. A second hall follows in spring.
        """;
    private static final String CORRECTED = """
        Museum of Aster opens

        Ann Lind opened the museum on Monday. The museum cost 15 million crowns to build. A second hall follows in
        spring. The café stays closed.
        """;
    private static final String HARBOUR = """
        Harbour of Aster dredged

        Two ships dredged the harbour. The work took nine weeks. It cost less than planned. Ferries sail again.
        """;

    /** How many sentences of an article are cited in answer to anything; the next is left for "more". */
    private static final int CITED = 3;

    @TempDir
    Path folder;

    private final FakeBotApi api = FakeBotApi.start();
    private final ArticleReader reader = new ArticleReader(new SentenceSplitter());
    private Database database;
    private Library library;
    private Bot bot;
    private Thread running;

    ChangedArticleIT() throws IOException {}

    @BeforeEach
    void open() {
        database = Database.inFolder(folder);
        library = new Library(database, InstantSource.system());
        add(MUSEUM, PLACE);
        start();
    }

    @AfterEach
    void close() throws InterruptedException {
        stop();
        database.close();
        api.close();
        assertThat(api.violations()).isEmpty();
    }

    private void start() {
        bot = new Bot(
                new BotOptions(
                        FakeBotApi.TOKEN,
                        api.url(),
                        null,
                        new BotOptions.Limits(100, 100, 1_000),
                        Set.of(),
                        Duration.ofDays(90)),
                database,
                PersonalData.under("a key of more than thirty-two characters"),
                new FirstSentences(new AnswerRecords(database)),
                library::current,
                InstantSource.system(),
                line -> {});
        running = Thread.ofPlatform().start(bot::run);
    }

    private void stop() throws InterruptedException {
        bot.stop();
        running.join();
    }

    private Arrival.Added add(String text, String place) {
        Article article = reader.fromText("test", null, text);
        return library.add(List.of(new Arrival(article, List.of(place), null))).getFirst();
    }

    /** Cites the first sentences of the first article that is asked about. */
    private record FirstSentences(AnswerRecords log) implements Asking {
        @Override
        public AnswerTrace answer(
                Question question, List<Article> articles, String reader, @Nullable AnswerListener listener) {
            return overview(Overview.SUMMARY, question, articles.getFirst());
        }

        @Override
        public AnswerTrace overview(Overview kind, Question question, Article article) {
            List<CheckedStatement> statements = new ArrayList<>();
            List<Source> sources = new ArrayList<>();
            List<RankedSentence> ranked = new ArrayList<>();
            for (Sentence sentence : article.sentences()) {
                if (sentence.citable()) {
                    ranked.add(new RankedSentence(article.id(), sentence, ranked.size() + 1, 1, new TreeMap<>()));
                }
                if (sentence.citable() && sources.size() < CITED) {
                    sources.add(Source.of(sources.size() + 1, article, sentence));
                    statements.add(new CheckedStatement(
                            new Statement(
                                    article.textOf(sentence), List.of(new Citation(article.id(), sentence.number()))),
                            Verdict.SUPPORTED,
                            1,
                            List.of()));
                }
            }
            AnswerTrace trace = new AnswerTrace(
                    UUID.randomUUID().toString(),
                    question,
                    null,
                    List.of(article.id()),
                    new Grounded(statements, sources, null, 0.9, "extractive", null),
                    ranked,
                    List.of(),
                    List.of(),
                    Duration.ofMillis(3));
            log.record(trace);
            return trace;
        }
    }

    private SentMessage asked(Person person, String text, int messages) {
        api.deliver(IncomingUpdate.text(person, text));
        return api.awaitMessages(person.id(), messages, SOON).get(messages - 1);
    }

    /** Presses a button under an answer; what its message then says. */
    private String pressed(Person person, SentMessage answer, int row, int column) {
        int before = now(person, answer).edits();
        press(person, answer, row, column);
        api.awaitThat("an edit", SOON, server -> now(person, answer).edits() > before);
        return now(person, answer).text();
    }

    private void press(Person person, SentMessage answer, int row, int column) {
        String data = answer.arguments()
                .at("/reply_markup/inline_keyboard/" + row + "/" + column + "/callback_data")
                .asText();
        api.deliver(IncomingUpdate.callback(person, answer, data));
    }

    private SentMessage now(Person person, SentMessage answer) {
        return api.messagesTo(person.id()).stream()
                .filter(message -> message.messageId() == answer.messageId())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverOpensTheSourcesOfAnOldAnswerIsShownWhatItCitedAndHowThatReadsNow() {
        SentMessage answer = asked(READER, "What happened?", 1);
        assertThat(pressed(READER, answer, 0, 1)).doesNotContain("has changed");
        add(CORRECTED, PLACE);

        assertThat(pressed(READER, answer, 0, 0))
                .contains("Ann Lind opened the museum on Monday.")
                .endsWith("The article has changed since; this sentence reads the same.");
        assertThat(pressed(READER, answer, 0, 1))
                .contains("The museum cost 12 million crowns to build.")
                .endsWith("The article has changed since. It now reads: The museum cost 15 million crowns to build.");
        assertThat(pressed(READER, answer, 0, 2))
                .contains("Visitors queued for three hours in the rain.")
                .endsWith("The article has changed since; this sentence is no longer in it.");
        assertThat(pressed(READER, answer, 1, 2))
                .contains("A second hall follows in spring.")
                .endsWith("The article has changed since; this is what it said then.");
    }

    @Test
    void whoeverJudgesAnOldAnswerOrGoesBackToItIsToldSoInTheirLanguage() {
        Person spanish = new Person(7_002, "Ana", "es", false);
        SentMessage answer = asked(spanish, "¿Qué pasó?", 1);
        add(CORRECTED, PLACE);

        press(spanish, answer, 1, 0);
        api.awaitCall(
                "answerCallbackQuery",
                call -> call.arguments().path("text").asText().contains("El artículo ha cambiado"),
                SOON);
        pressed(spanish, answer, 0, 1);
        press(spanish, answer, 1, 1);
        String back = "b:0:0:"
                + answer.arguments()
                        .at("/reply_markup/inline_keyboard/0/0/callback_data")
                        .asText()
                        .split(":", 4)[3];
        api.deliver(IncomingUpdate.callback(spanish, answer, back));
        api.awaitThat(
                "the answer with a note",
                SOON,
                server -> now(spanish, answer).text().startsWith("Ann Lind opened")
                        && now(spanish, answer).text().endsWith("sus botones muestran lo que dice ahora."));
    }

    @Test
    void aFollowUpIsAnsweredFromTheNewVersionAndSaysSoOnce() {
        asked(READER, "What happened?", 1);
        add(CORRECTED, PLACE);

        assertThat(asked(READER, "And what did it cost?", 2).text())
                .contains("15 million")
                .endsWith(
                        "The article has changed since the answer before; this one is from the article as it is now.");
        assertThat(asked(READER, "And then?", 3).text()).contains("15 million").doesNotContain("has changed");
    }

    @Test
    void whoeverOpensASourceOfAnArticleThatWasRemovedIsToldSo() {
        SentMessage answer = asked(READER, "What happened?", 1);
        add(HARBOUR, "file:///articles/harbour.txt");
        library.remove(1);

        assertThat(pressed(READER, answer, 0, 1))
                .doesNotContain("12 million")
                .endsWith("The article was removed since, and its sentences with it.");
    }

    @Test
    void theArticleThatAChatChoseStaysChosenThroughItsCorrectionsAndARestart() throws InterruptedException {
        String first = add(HARBOUR, "file:///articles/harbour.txt").articleId();
        assertThat(asked(READER, "/start a_" + first, 1).text()).contains("Harbour of Aster");
        add(HARBOUR.replace("nine weeks", "ten weeks"), "file:///articles/harbour.txt");
        assertThat(asked(READER, "How long did it take?", 2).text()).contains("ten weeks");

        stop();
        add(HARBOUR.replace("nine weeks", "eleven weeks"), "file:///articles/harbour.txt");
        start();

        assertThat(asked(READER, "How long did it take?", 3).text()).contains("eleven weeks");
        assertThat(asked(READER, "/article", 4).text())
                .startsWith("Questions here are about:")
                .contains("Harbour of Aster");
        assertThat(asked(READER, "/start a_" + first, 5).text())
                .as("a link from before the corrections")
                .contains("Harbour of Aster");
    }

    @Test
    void aChatWhoseArticleWasRemovedAsksAllThereAre() {
        String harbour = add(HARBOUR, "file:///articles/harbour.txt").articleId();
        asked(READER, "/start a_" + harbour, 1);
        library.remove(2);

        assertThat(asked(READER, "What happened?", 2).text()).contains("Ann Lind");
        assertThat(asked(READER, "/start a_" + harbour, 3).text()).startsWith("There is no such article any more");
    }
}
