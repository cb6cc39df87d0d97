package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.desk.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of conversation with the whole program, in four languages, in private chats, a group, a topic and inline, against
 * a server that behaves like Telegram's. What it looks like is written to {@code target/day}: as pages, and with
 * {@code -Dfootnote.pictures=true} as pictures.
 */
class DayIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long GROUP = -1_001_234_567_890L;
    private static final long MOVED_GROUP = -1_001_234_567_891L;
    private static final int FEWEST_UPDATES = 150;

    private static final Map<String, String> NOT_SAID = Map.of(
            "en", "The article does not say",
            "ru", "В статье об этом не говорится",
            "es", "El artículo no lo dice",
            "ar", "لا يقول المقال ذلك");

    private static final Map<String, String> MORE = Map.of("en", "More", "ru", "Ещё!", "es", "más", "ar", "المزيد");

    private static final long FIRST_READER = 100;
    private static final Path PICTURES = Path.of("target", "day");

    @TempDir
    Path folder;

    private final FakeBotApi api = FakeBotApi.start();
    private final ChatPages pages = new ChatPages(api);
    private Application application;
    private Bot bot;
    private List<Article> articles;
    private String libraryId;
    private Thread running;
    private final AtomicInteger updates = new AtomicInteger();

    DayIT() throws IOException {}

    @BeforeEach
    void start() throws IOException {
        Path texts = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(texts.resolve("bridge.txt"), BotProcess.ARTICLE);
        Files.writeString(texts.resolve("library.txt"), """
            Night library opens in the old customs house

            The town of Marlow Bay opened a night library in the old customs house on Monday. It lends books until two in
            the morning. About 600 readers signed up in the first week, the librarian Tomas Oduya said.

            The customs house had stood empty for eleven years. Its roof was repaired with a gift of 2 million dollars from
            the shipowner Ida Lund. The house was built in 1874, and a fire damaged it on 3 March 1931.
            """);
        application = new Application(
                folder,
                Map.of(
                        "FOOTNOTE_ARTICLE_PATH",
                        texts.toString(),
                        "FOOTNOTE_DATA_DIR",
                        folder.resolve("data").toString(),
                        "FOOTNOTE_TELEGRAM_API_URL",
                        api.url().toString(),
                        "FOOTNOTE_TELEGRAM_TOKEN",
                        FakeBotApi.TOKEN,
                        "FOOTNOTE_MODERATORS",
                        "901",
                        "FOOTNOTE_PRIVACY_KEY",
                        "a key of more than thirty-two characters"),
                line -> {});
        Article library = application.reader().read(texts.resolve("library.txt"));
        libraryId = library.id();
        articles = List.of(application.reader().read(texts.resolve("bridge.txt")), library);
        articles.forEach(application.articles()::save);
        bot = application.bot(() -> articles, null);
        running = Thread.ofPlatform().start(bot::run);
    }

    @AfterEach
    void stop() throws InterruptedException {
        bot.stop();
        running.join();
        application.close();
        api.close();
    }

    @Test
    void everyCallOfADayIsValidEveryPressAnsweredAndNothingSentTwice() throws Exception {
        api.limitFlood(1, 30, Duration.ofSeconds(1));
        api.administrator(701);
        List<Runnable> parts = new ArrayList<>(
                List.of(this::groupDay, this::inlineDay, this::moderatorDay, () -> oddities(Person.reader(950))));
        long id = FIRST_READER;
        for (String language : List.of("en", "ru", "es", "ar")) {
            Person keeps = new Person(id++, "Reader " + language, language, false);
            Person forgets = new Person(id++, "Neighbour " + language, language, false);
            parts.add(() -> privateDay(keeps, "k"));
            parts.add(() -> privateDay(forgets, "f"));
        }
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> part : parts.stream().map(together::submit).toList()) {
                part.get();
            }
        }
        api.awaitThat(
                "everything answered",
                SOON,
                server -> server.unansweredCallbacks().isEmpty());

        afterARestart();
        draw();
        assertThat(updates.get()).isGreaterThanOrEqualTo(FEWEST_UPDATES);
        assertThat(api.violations()).isEmpty();
        assertThat(api.calls().stream()
                        .filter(call -> call.outcome().status() != 0 && !call.succeeded())
                        .map(call -> call.method() + " " + call.outcome().description()))
                .as("calls that Telegram refused")
                .isEmpty();
        assertNothingWasSentTwice();
        System.out.println(
                "DayIT: " + updates.get() + " updates, " + api.calls().size() + " calls");
    }

    /** An old answer's source opens still. */
    private void afterARestart() throws InterruptedException {
        Person reader = new Person(FIRST_READER, "Reader en", "en", false);
        SentMessage old = api.messagesTo(reader.id()).stream()
                .filter(sent -> sent.text().startsWith("Engineers replaced"))
                .findFirst()
                .orElseThrow();
        bot.stop();
        running.join();
        bot = application.bot(() -> articles, null);
        running = Thread.ofPlatform().start(bot::run);
        assertThat(pressed(reader, old, data(old, "s")).text()).contains("Mayor Ellen Brandt");
    }

    /** The pages always, and pictures of them where {@code -Dfootnote.pictures=true} asks for them. */
    private void draw() throws IOException {
        List<Path> written = pages.write(PICTURES);
        if (Boolean.getBoolean("footnote.pictures")) {
            Chromium.draw(written, ChatPages.WIDTH, folder.resolve("profile"));
        }
    }

    private void assertNothingWasSentTwice() {
        Set<String> seen = new HashSet<>();
        api.calls("sendMessage").stream()
                .map(BotApiCall::arguments)
                .filter(sent -> sent.has("reply_parameters"))
                .map(sent -> sent.path("chat_id").asText() + " "
                        + sent.at("/reply_parameters/message_id").asText() + " "
                        + sent.path("text").asText())
                .forEach(sent -> assertThat(seen.add(sent)).as(sent).isTrue());
    }

    private FakeBotApi.Delivered deliver(ObjectNode update) {
        updates.incrementAndGet();
        FakeBotApi.Delivered delivered = api.deliver(update);
        pages.came(update, delivered.messageId());
        return delivered;
    }

    /** Says something and waits for so many messages in the chat. */
    private SentMessage say(Person person, String text) {
        int before = api.messagesTo(person.id()).size();
        deliver(IncomingUpdate.text(person, text));
        return api.awaitMessages(person.id(), before + 1, SOON).get(before);
    }

    private void press(Person person, SentMessage below, String data) {
        ObjectNode update = IncomingUpdate.callback(person, below, data);
        String id = update.at("/callback_query/id").asText();
        deliver(update);
        api.awaitThat(
                "the press answered",
                SOON,
                server -> !server.unansweredCallbacks().contains(id));
    }

    private SentMessage pressed(Person person, SentMessage below, String data) {
        SentMessage before = now(below);
        press(person, below, data);
        api.awaitThat("the edit", SOON, server -> now(below).edits() > before.edits());
        return now(below);
    }

    /** Presses and waits for a message more. */
    private SentMessage sent(Person person, SentMessage below, String data) {
        int before = api.messagesTo(person.id()).size();
        press(person, below, data);
        return api.awaitMessages(person.id(), before + 1, SOON).get(before);
    }

    private SentMessage now(SentMessage message) {
        return api.messagesTo(message.chatId()).stream()
                .filter(sent -> sent.messageId() == message.messageId())
                .findFirst()
                .orElseThrow();
    }

    private static String data(SentMessage message, String verb) {
        for (JsonNode row : message.arguments().at("/reply_markup/inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.path("callback_data").asText().startsWith(verb + ":")) {
                    return button.path("callback_data").asText();
                }
            }
        }
        throw new AssertionError("no button " + verb + " under " + message.text());
    }

    private void privateDay(Person reader, String lastPress) {
        say(reader, "/start");
        SentMessage library = say(reader, "/start a_" + libraryId);
        SentMessage summary = sent(reader, library, data(library, "o"));
        assertThat(summary.text()).contains("Night library", "[1]", "[3]");
        pages.scene("summary-" + reader.languageCode(), reader.id(), 3);
        SentMessage opened = pressed(reader, summary, data(summary, "s"));
        pages.scene("source-" + reader.languageCode(), reader.id(), 1);
        pressed(reader, summary, data(opened, "b"));
        SentMessage timeline = say(reader, "/timeline");
        assertThat(timeline.text()).contains("1874: ", "1931-03-03: ");
        say(reader, "/help");
        SentMessage all = say(reader, "/articles");
        pressed(reader, all, "c:0:0:");
        SentMessage answer = say(reader, "How many steel cables were replaced?");
        assertThat(answer.text()).startsWith("Engineers replaced 240 steel cables");
        SentMessage source = pressed(reader, answer, data(answer, "s"));
        assertThat(source.text()).contains("The repairs cost 18 million", "Mayor Ellen Brandt");
        assertThat(pressed(reader, answer, data(source, "b")).text()).isEqualTo(answer.text());
        SentMessage more = pressed(reader, answer, data(answer, "m"));
        pressed(reader, answer, data(more, "b"));
        press(reader, answer, data(answer, "u"));
        SentMessage why = pressed(reader, answer, data(answer, "d"));
        pressed(reader, answer, data(why, "r"));
        SentMessage refused = say(reader, "Who won the football world cup in Brazil?");
        assertThat(refused.text()).startsWith(NOT_SAID.get(reader.languageCode()));
        pages.scene("answers-" + reader.languageCode(), reader.id(), 4);
        SentMessage passages = say(reader, MORE.getOrDefault(reader.languageCode(), ""));
        assertThat(passages.text()).contains("Who won the football world cup in Brazil?");
        int count = api.messagesTo(reader.id()).size();
        int asked = deliver(IncomingUpdate.text(reader, "Who cut the ribbon?")).messageId();
        SentMessage first = api.awaitMessages(reader.id(), count + 1, SOON).get(count);
        deliver(IncomingUpdate.edited(reader, asked, "How many readers signed up in the first week?"));
        api.awaitThat("the new answer", SOON, server -> now(first).text().contains("600"));
        SentMessage list = say(reader, "/articles");
        SentMessage chosen = pressed(reader, list, data(list, "c"));
        assertThat(chosen.text()).contains("Harbour bridge");
        say(reader, "/article");
        say(reader, "/settings");
        SentMessage languages = say(reader, "/language");
        pressed(reader, languages, "l:0:0:" + reader.languageCode());
        say(reader, "/new");
        say(reader, "/cancel");
        say(reader, "/privacy");
        say(reader, "/mydata");
        SentMessage forget = say(reader, "/forget");
        pressed(reader, forget, data(forget, lastPress));
    }

    private void groupDay() {
        Person admin = new Person(701, "Ada", "en", false);
        Person member = new Person(702, "Boris", "ru", false);
        deliver(IncomingUpdate.groupMembership(GROUP, admin, "left", "member"));
        api.awaitMessages(GROUP, 1, SOON);
        deliver(IncomingUpdate.groupText(GROUP, member, "Nobody asked the bot."));
        deliver(IncomingUpdate.groupText(GROUP, member, "/ask@footnote_bot Who repaired the roof?"));
        SentMessage answer = api.awaitMessages(GROUP, 2, SOON).get(1);
        assertThat(answer.text()).contains("Ida Lund").contains("предложение");
        deliver(IncomingUpdate.replyTo(IncomingUpdate.groupText(GROUP, admin, "And who cut the ribbon?"), answer));
        api.awaitMessages(GROUP, 3, SOON);
        deliver(IncomingUpdate.inTopic(
                IncomingUpdate.groupText(GROUP, admin, "/ask@footnote_bot How much did the repairs cost?"), 77));
        SentMessage inTopic = api.awaitMessages(GROUP, 4, SOON).get(3);
        assertThat(inTopic.arguments().path("message_thread_id").asInt()).isEqualTo(77);
        deliver(IncomingUpdate.groupText(GROUP, member, "/articles@footnote_bot"));
        SentMessage list = api.awaitMessages(GROUP, 5, SOON).get(4);
        press(member, list, data(list, "c"));
        assertThat(now(list).edits()).as("a member chose").isZero();
        assertThat(pressed(admin, list, data(list, "c")).text()).contains("Harbour bridge");
        pressed(member, answer, data(answer, "s"));
        deliver(IncomingUpdate.groupText(GROUP, member, "/summary@footnote_bot"));
        assertThat(api.awaitMessages(GROUP, 6, SOON).get(5).text()).startsWith("Коротко: ");
        deliver(IncomingUpdate.newTitle(GROUP, admin, "Reading circle"));
        deliver(IncomingUpdate.migrated(GROUP, admin, MOVED_GROUP));
        // a chat's updates are worked in order: when this is answered, the group has moved
        deliver(IncomingUpdate.groupText(GROUP, member, "/help@footnote_bot"));
        api.awaitMessages(GROUP, 7, SOON);
        deliver(IncomingUpdate.groupText(MOVED_GROUP, admin, "/article@footnote_bot"));
        assertThat(api.awaitMessages(MOVED_GROUP, 1, SOON).getFirst().text())
                .as("the article that was chosen before the group moved")
                .contains("Harbour bridge");
        deliver(IncomingUpdate.groupMembership(MOVED_GROUP, admin, "member", "kicked"));
    }

    private void inlineDay() {
        Person reader = new Person(801, "Inés", "es", false);
        for (String query : List.of("", "How", "How much did the repairs cost?", "Who won the world cup?")) {
            deliver(IncomingUpdate.inline(reader, query));
        }
        api.awaitThat(
                "inline answers",
                SOON,
                server -> server.calls("answerInlineQuery").size() == 4);
        Set<String> texts = api.calls("answerInlineQuery").stream()
                .map(call -> call.arguments()
                        .at("/results/0/input_message_content/message_text")
                        .asText())
                .collect(Collectors.toSet());
        assertThat(texts).anyMatch(text -> text.contains("18 million") && text.contains("[1]"));
    }

    private void moderatorDay() {
        assertThat(say(new Person(901, "Moderator", "en", false), "/stats").text())
                .startsWith("Answers: ");
        assertThat(say(new Person(902, "Curious", "en", false), "/stats").text())
                .startsWith("I do not know");
    }

    private void oddities(Person reader) {
        say(reader, "/start a_nothing");
        say(reader, "?!");
        say(reader, "/nonsense");
        deliver(IncomingUpdate.sticker(reader));
        deliver(IncomingUpdate.photo(reader, "How much?"));
        deliver(IncomingUpdate.forwarded(IncomingUpdate.text(reader, "A post about something else")));
        deliver(IncomingUpdate.voice(reader));
        deliver(IncomingUpdate.poll(reader));
        api.awaitMessages(reader.id(), 8, SOON);
        updates.incrementAndGet();
        api.deliverRaw(IncomingUpdate.unknownKind(reader).toString());
        updates.incrementAndGet();
        api.deliverRaw("{\"message\":{\"message_id\":\"nine\",\"date\":[],\"chat\":5}}");
        deliver(IncomingUpdate.membership(reader, true));
        deliver(IncomingUpdate.membership(reader, false));
        say(reader, "/help");
    }
}
