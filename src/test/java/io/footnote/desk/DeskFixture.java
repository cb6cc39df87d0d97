package io.footnote.desk;

import io.footnote.answer.Abstained;
import io.footnote.answer.Answer;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.Question;
import io.footnote.answer.Source;
import io.footnote.answer.Turn;
import io.footnote.article.Article;
import io.footnote.article.ArticleException;
import io.footnote.article.ArticleReader;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Statement;
import io.footnote.grounding.Verdict;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.SentenceSplitter;
import io.footnote.model.ModelCall;
import io.footnote.quiz.ItemType;
import io.footnote.quiz.QuizItem;
import io.footnote.retrieval.Explanation;
import io.footnote.retrieval.RankedSentence;
import io.footnote.storage.AnswerRecords;
import io.footnote.storage.Articles;
import io.footnote.storage.AuditTrail;
import io.footnote.storage.Database;
import io.footnote.storage.Exchanges;
import io.footnote.storage.Learners;
import io.footnote.storage.PersonalData;
import io.footnote.storage.QuizRounds;
import io.footnote.storage.Reviews;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A desk on a free port over a database of its own, with people, an article and a clock that a test can turn. */
final class DeskFixture implements AutoCloseable {
    static final long ADMINISTRATOR = 1;
    static final long MODERATOR = 1001;
    static final long OTHER_MODERATOR = 1002;
    static final long READER = 5_000_001;
    static final String READER_NAME = "Nymphodora <script>alert(9)</script>";
    static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private static final PersonalData PERSONAL = PersonalData.under("a key of more than thirty-two characters");
    private static final long BOT = 412;

    /** The gate reads its dictionaries once for all desks. */
    private static final CitationGate GATE =
            new CitationGate(new Annotator(Lexicon.english()), new SentenceSplitter()::split);

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    final Map<Long, Role> roles = new ConcurrentHashMap<>(
            Map.of(ADMINISTRATOR, Role.ADMINISTRATOR, MODERATOR, Role.MODERATOR, OTHER_MODERATOR, Role.MODERATOR));
    final Database database;
    final DeskStore store;
    final AnswerRecords records;
    final Reviews reviews;
    final Exchanges exchanges;
    final AuditTrail audit;
    final Article article;
    final Desk desk;
    final String url;
    /** The score of the answers that are made next, in [0, 1], and how long they took. */
    double score = 0.9;

    Duration took = Duration.ofMillis(23);

    private volatile Instant now = START;

    DeskFixture(Path folder) throws IOException {
        this(folder, new DeskAddress(0, "127.0.0.1", null, false, true));
    }

    DeskFixture(Path folder, DeskAddress address) throws IOException {
        InstantSource clock = () -> now;
        database = Database.inFolder(folder);
        store = DeskStore.in(database, clock);
        records = store.records();
        reviews = store.reviews();
        audit = store.audit();
        exchanges = new Exchanges(database, PERSONAL, BOT);
        Articles articles = store.articles();
        article = new ArticleReader(new SentenceSplitter()).read(Files.writeString(folder.resolve("ferry.txt"), """
            Ferry <b>line</b> reopens after a year

            The ferry to Holm sails again from Monday. The yard in Tarn repaired its engine for 2.4 million crowns.

            Mayor Ida Lund said the island had waited long enough. Tickets cost 40 crowns.
            """));
        articles.save(article);
        desk = new Desk(
                address,
                user -> Optional.ofNullable(roles.get(user)),
                store,
                new DeskTools(
                        GATE,
                        DeskFixture::letters,
                        new ArticleReader(new SentenceSplitter()),
                        where -> {
                            throw new ArticleException("The test has no network for " + where + ".");
                        },
                        Map.of("00ff", "## System\nAnswer from the sentences.")),
                clock);
        desk.start();
        url = desk.link(ADMINISTRATOR).replaceFirst("/sign-in.*", "");
    }

    /** A vector of a text that is like another's when they have like letters. */
    private static float[] letters(String text) {
        float[] counts = new float[26];
        text.toLowerCase(Locale.ROOT)
                .chars()
                .filter(unit -> unit >= 'a' && unit <= 'z')
                .forEach(unit -> counts[unit - 'a']++);
        double length = Math.sqrt(
                IntStream.range(0, 26).mapToDouble(i -> counts[i] * counts[i]).sum());
        for (int letter = 0; letter < counts.length; letter++) {
            counts[letter] /= (float) length;
        }
        return counts;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    /** An answer that cites sentence {@code sentence}, with everything that a trace can hold. */
    AnswerTrace answered(String id, String question, int sentence, double confidence) {
        Citation citation = new Citation(article.id(), sentence);
        Source source = Source.of(1, article, article.sentence(sentence));
        Statement statement = new Statement(source.text(), List.of(citation));
        Grounded answer = new Grounded(
                List.of(new CheckedStatement(statement, Verdict.SUPPORTED, score, List.of())),
                List.of(source),
                null,
                confidence,
                "extractive",
                null);
        return trace(id, question, answer);
    }

    /** An answer that a reader has in Telegram. */
    void sent(String id, String question) {
        records.record(answered(id, question, 2, 0.9));
        exchanges.add(new Exchanges.Exchange(id, 7, null, now), READER, READER);
        exchanges.keepPlace(id, new Exchanges.Place(READER, true, READER, "en"));
    }

    /** A quiz item about the article that three readers answered: two chose Monday, one Sunday. */
    QuizItem quizItem(String id, String question) {
        QuizItem item = new QuizItem(
                id,
                ItemType.WHEN,
                question,
                List.of("Monday", "Friday", "Sunday"),
                0,
                "The article says so.",
                article.id(),
                List.of(2),
                "fact");
        store.quizItems().add(List.of(item), now);
        QuizRounds rounds = new QuizRounds(database, PERSONAL, BOT);
        Learners learners = new Learners(database, PERSONAL, BOT);
        rounds.begin(
                new QuizRounds.Round("round" + id, READER, READER, READER, null, "en", false, false, List.of(id), now));
        rounds.ask(new QuizRounds.Asked("asked" + id, "round" + id, id, 0, 0, now, null, null, null), null);
        for (int reader = 0; reader < 3; reader++) {
            learners.record(
                    new Learners.Attempt(
                            "asked" + id,
                            READER + reader,
                            id,
                            "fact",
                            article.id(),
                            reader == 0 ? 2 : 0,
                            reader > 0,
                            900,
                            now,
                            READER_NAME),
                    before -> before);
        }
        return item;
    }

    AnswerTrace refused(String id, String question, double confidence) {
        return trace(
                id,
                question,
                new Abstained(
                        Abstained.Reason.NO_RELEVANT_PASSAGE,
                        "crew",
                        List.of(Source.of(1, article, article.sentence(3))),
                        confidence,
                        "extractive",
                        null));
    }

    private AnswerTrace trace(String id, String question, Answer answer) {
        return new AnswerTrace(
                id,
                new Question(
                        question,
                        List.of(new Turn("Is there news?", "The ferry sails again.", List.of())),
                        now.minusSeconds(3600)),
                null,
                List.of(article.id()),
                answer,
                List.of(new RankedSentence(
                        article.id(), article.sentence(3), 1, 1.5, new TreeMap<>(Map.of("bm25", 2.0)))),
                List.of(new CheckedStatement(
                        new Statement("The engine cost 9 million.", List.of(new Citation(article.id(), 3))),
                        Verdict.REFUTED,
                        0.2,
                        List.of("number 9 is not in the evidence"))),
                List.of(new ModelCall(
                        "openai:small",
                        "answer",
                        "00ff",
                        now,
                        Duration.ofMillis(120),
                        ModelCall.Outcome.REPLIED,
                        1200,
                        80,
                        150L,
                        "{}")),
                took,
                List.of(new Explanation("sentence 3", 1.5, null, null, null, List.of())),
                List.of(),
                List.of());
    }

    /** A browser without a screen, with cookies of its own. */
    final class Visitor {
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        /** Signs in by a new link. */
        Visitor as(long user) throws IOException, InterruptedException {
            String link = desk.link(user);
            HttpResponse<String> response = post("/sign-in", Map.of("ticket", link.substring(link.indexOf('=') + 1)));
            if (response.statusCode() != 303) {
                throw new IllegalStateException("not signed in: " + response.body());
            }
            return this;
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
            String body = form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return client.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        /** The token that forms of this session carry. */
        String formToken() throws IOException, InterruptedException {
            Matcher token = FORM_TOKEN.matcher(get("/queue").body());
            return token.find() ? token.group(1) : "";
        }

        /** Sends a form of one of the pages. */
        HttpResponse<String> send(String path, Map<String, String> form) throws IOException, InterruptedException {
            Map<String, String> all = new TreeMap<>(form);
            all.put("form-token", formToken());
            return post(path, all);
        }
    }

    @Override
    public void close() {
        desk.close();
        database.close();
    }
}
