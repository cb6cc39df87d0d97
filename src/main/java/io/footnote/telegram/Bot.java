package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.footnote.article.Article;
import io.footnote.storage.Database;
import io.footnote.storage.PersonalData;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * The bot: takes updates and stores them, works on them chat by chat, and sends the replies. What it has stored it
 * answers, even if it is killed and started again in between. {@link #run} is for one thread and one use, {@link #stop}
 * for any.
 */
public final class Bot {
    /** How long what has come is kept once it is dealt with: longer than Telegram keeps it, shorter than ids live. */
    static final Duration KEPT = Duration.ofDays(3);

    /** How long work that has begun may go on when the bot stops, and how long sending may. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private final BotOptions options;
    private final Stores stores;
    private final Asking asking;
    private final Shelf shelf;
    private final Quizzing quizzing;
    private final InstantSource clock;
    private final Consumer<String> notice;
    private final Troubles troubles;
    private final BotApi api;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final @Nullable LongFunction<String> deskLink;
    private volatile boolean tokenRefused;

    /**
     * Without quizzes; the arguments are as in the other constructor.
     *
     * @throws BotException when the address cannot be one
     */
    public Bot(
            BotOptions options,
            Database database,
            PersonalData personal,
            Asking asking,
            Supplier<List<Article>> articles,
            InstantSource clock,
            Consumer<String> notice) {
        this(options, database, personal, asking, articles, Quizzing.NONE, clock, notice);
    }

    /**
     * The bot, not running yet.
     *
     * @param database an open database, which stays the caller's to close
     * @param personal keeps readers' data unreadable in it
     * @param asking answers questions about the articles
     * @param articles those that can be asked about, at least one; for any number of threads
     * @param quizzing makes and checks quiz items
     * @param notice told, in a sentence each, what an operator should know
     * @throws BotException when the address cannot be one
     */
    public Bot(
            BotOptions options,
            Database database,
            PersonalData personal,
            Asking asking,
            Supplier<List<Article>> articles,
            Quizzing quizzing,
            InstantSource clock,
            Consumer<String> notice) {
        this(options, database, personal, asking, articles, quizzing, clock, notice, null);
    }

    /**
     * The same beside the moderators' desk.
     *
     * @param deskLink makes a link that signs a moderator in, by their Telegram id; null where no desk runs
     * @throws BotException when the address cannot be one
     */
    public Bot(
            BotOptions options,
            Database database,
            PersonalData personal,
            Asking asking,
            Supplier<List<Article>> articles,
            Quizzing quizzing,
            InstantSource clock,
            Consumer<String> notice,
            @Nullable LongFunction<String> deskLink) {
        this.deskLink = deskLink;
        this.options = options;
        this.stores = Stores.in(database, personal, options.botId());
        this.asking = asking;
        this.shelf = new Shelf(articles, stores.library()::latestOf);
        this.quizzing = quizzing;
        this.clock = clock;
        this.notice = notice;
        this.troubles = new Troubles(notice);
        this.api = new BotApi(options.token(), options.apiUrl(), new PollWatch(troubles, this::refuseToken), clock);
    }

    /**
     * Asks Telegram once whose token it is.
     *
     * @return the bot's user name
     * @throws BotException when Telegram cannot be reached or refuses the token
     */
    public static String nameOf(String token, URI apiUrl) {
        BotOptions.requireToken(token);
        PollWatch watch = new PollWatch(new Troubles(line -> {}), () -> {});
        try (BotApi api = new BotApi(token, apiUrl, watch, InstantSource.system())) {
            return String.valueOf(api.call(new GetMe()).getUserName());
        } catch (TelegramApiException e) {
            throw new BotException(
                    refusesToken(e)
                            ? Troubles.WRONG_TOKEN
                            : "Telegram cannot be reached: check the network and telegram.api-url.");
        }
    }

    private static boolean refusesToken(TelegramApiException e) {
        return e instanceof TelegramApiRequestException refusal
                && (Integer.valueOf(401).equals(refusal.getErrorCode())
                        || Integer.valueOf(404).equals(refusal.getErrorCode()));
    }

    /**
     * Serves readers until {@link #stop} is called, then finishes what is in work if that takes no longer than a few
     * seconds.
     *
     * @throws BotException when Telegram refuses the token, or its calls cannot be listened for
     */
    public void run() {
        try (api) {
            User me = connect();
            if (me != null) {
                parseOnce();
                serve(me);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (tokenRefused) {
            throw new BotException(Troubles.WRONG_TOKEN);
        }
    }

    /** Makes {@link #run} return soon; what is not finished stays in the inbox and the outbox. */
    public void stop() {
        stopped.countDown();
    }

    private void refuseToken() {
        tokenRefused = true;
        stop();
    }

    /**
     * Begins in the background what {@link #run} needs before it is ready, so that it takes less time after other
     * preparations.
     */
    public static void warmUp() {
        Thread.ofPlatform().daemon().name("warm-up").start(Bot::parseOnce);
    }

    /** The first update parsed takes seconds, which no reader should wait for. */
    private static void parseOnce() {
        try {
            new ObjectMapper().readValue("""
                {"update_id":1,"message":{"message_id":1,"date":1,"text":"/start",
                "from":{"id":1,"is_bot":false,"first_name":"A"},"chat":{"id":1,"type":"private"},
                "entities":[{"type":"bot_command","offset":0,"length":6}]}}\
                """, Update.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the library must parse a simple message", e);
        }
    }

    /** Waits until the API answers; null when stopped meanwhile. */
    private @Nullable User connect() throws InterruptedException {
        GrowingPause pause = new GrowingPause();
        do {
            try {
                User me = api.call(new GetMe());
                troubles.over();
                return me;
            } catch (TelegramApiException e) {
                if (refusesToken(e)) {
                    refuseToken();
                } else {
                    troubles.arose(Troubles.UNREACHABLE);
                }
            }
        } while (!stopped.await(pause.nextBackOffMillis(), TimeUnit.MILLISECONDS));
        return null;
    }

    private void serve(User me) throws InterruptedException {
        String username = String.valueOf(me.getUserName());
        Bell arrived = new Bell();
        Bell filled = new Bell();
        Sender sender = new Sender(options.botId(), stores.outbox(), api, clock, filled, this::refuseToken);
        try (Typing typing = new Typing(api);
                Drafts drafts = new Drafts(api)) {
            Wiring wiring = new Wiring(options, stores, shelf, asking, quizzing, clock, api, username, deskLink);
            QuizClock quizClock = wiring.quizClock(typing, drafts, filled);
            Lanes lanes = new Lanes(
                    options.botId(), stores.inbox(), wiring.conversation(typing, drafts), clock, arrived, filled);
            // what an earlier run left behind goes out without waiting for Telegram to have something new
            Thread working = Thread.ofPlatform().daemon().name("lanes").start(lanes);
            Thread sending = Thread.ofPlatform().daemon().name("sender").start(sender);
            Thread errands = Thread.ofPlatform().daemon().name("errands").start(wiring.errands(filled));
            Thread.ofPlatform().daemon().name("quiz-clock").start(quizClock);
            Arrivals arrivals = new Arrivals(options, stores, api, clock, troubles, stopped, arrived);
            arrivals.serve(() -> {
                notice.accept("ready: @" + username + " answers in Telegram.");
                wiring.commandMenu().show(options.moderators());
            });
            errands.interrupt();
            quizClock.stop();
            lanes.stop();
            working.join(GRACE);
            lanes.await(GRACE);
            sender.stop();
            sending.join(GRACE);
            sending.interrupt();
            sending.join(GRACE);
        }
    }
}
