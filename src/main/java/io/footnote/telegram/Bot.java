package io.footnote.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Question;
import io.footnote.storage.Inbox;
import io.footnote.storage.Outbox;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * The bot: polls for updates and stores them, works on them chat by chat, and sends the replies. What it has stored it
 * answers, even if it is killed and started again in between. {@link #run} is for one thread and one use, {@link #stop}
 * for any.
 */
public final class Bot {
    /** How long what has come is kept once it is dealt with: longer than Telegram keeps it, shorter than ids live. */
    static final Duration KEPT = Duration.ofDays(3);

    /** How long work that has begun may go on when the bot stops, and how long sending may. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);
    private static final Pattern TOKEN = Pattern.compile("\\d+:[A-Za-z0-9_-]+");
    private static final Duration HOUSEKEEPING = Duration.ofHours(1);
    private static final Duration LOOK_AFTER_POLLS = Duration.ofSeconds(5);

    private final Inbox inbox;
    private final Outbox outbox;
    private final Function<Question, AnswerTrace> asking;
    private final Phrases phrases;
    private final InstantSource clock;
    private final Consumer<String> notice;
    private final Troubles troubles;
    private final BotApi api;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean tokenRefused;

    /**
     * @param token what BotFather gave
     * @param apiUrl scheme, host and port of the Bot API
     * @param asking answers a question and has kept the answer in the log when it returns; for any number of threads
     * @param titles the headlines of the articles that questions are about, at least one
     * @param notice told, in a sentence each, what an operator should know
     * @throws BotException when the token or the address cannot be one
     */
    public Bot(
            String token,
            URI apiUrl,
            Inbox inbox,
            Outbox outbox,
            Function<Question, AnswerTrace> asking,
            List<String> titles,
            InstantSource clock,
            Consumer<String> notice) {
        if (!TOKEN.matcher(token).matches()) {
            throw new BotException(Troubles.WRONG_TOKEN);
        }
        this.inbox = inbox;
        this.outbox = outbox;
        this.asking = asking;
        this.phrases = new Phrases(titles);
        this.clock = clock;
        this.notice = notice;
        this.troubles = new Troubles(notice);
        this.api = new BotApi(token, apiUrl, new PollWatch(troubles, this::refuseToken));
    }

    /**
     * Asks Telegram once whose token it is.
     *
     * @return the bot's user name
     * @throws BotException when Telegram cannot be reached or refuses the token
     */
    public static String nameOf(String token, URI apiUrl) {
        if (!TOKEN.matcher(token).matches()) {
            throw new BotException(Troubles.WRONG_TOKEN);
        }
        try (BotApi api = new BotApi(token, apiUrl, new PollWatch(new Troubles(line -> {}), () -> {}))) {
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
     * @throws BotException when Telegram refuses the token
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
                    "entities":[{"type":"bot_command","offset":0,"length":6}]}}""", Update.class);
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
        long bot = me.getId();
        String username = String.valueOf(me.getUserName());
        Bell arrived = new Bell();
        Bell filled = new Bell();
        Sender sender = new Sender(bot, outbox, api, clock, filled, this::refuseToken);
        try (Typing typing = new Typing(api)) {
            Conversation conversation = new Conversation(new RequestReader(bot, username), asking, phrases, typing);
            Lanes lanes = new Lanes(bot, inbox, conversation, clock, arrived, filled);
            // what an earlier run left behind goes out without waiting for Telegram to have something new
            Thread working = Thread.ofPlatform().daemon().name("lanes").start(lanes);
            Thread sending = Thread.ofPlatform().daemon().name("sender").start(sender);
            BotSession session = api.session(new UpdatePoller(bot, inbox, clock, arrived));
            if (startPolling(session)) {
                notice.accept("ready: @" + username + " answers in Telegram.");
                showCommands();
                lookAfter(session);
            }
            api.stopPolling(session);
            lanes.stop();
            working.join(GRACE);
            lanes.await(GRACE);
            sender.stop();
            sending.join(GRACE);
            sending.interrupt();
            sending.join(GRACE);
        }
    }

    private static final List<BotCommand> COMMANDS = List.of(
            new BotCommand("ask", "Ask about the article"),
            new BotCommand("start", "What you can ask about"),
            new BotCommand("help", "How to ask"));

    /** Puts the commands into the menu beside the field where readers write. */
    private void showCommands() {
        try {
            api.call(new SetMyCommands(COMMANDS));
        } catch (TelegramApiException e) {
            LOG.warn("event=commands-not-shown {}", Failure.of(e));
        }
    }

    /** Whether it polls now; if not, the bot was stopped. */
    private boolean startPolling(BotSession session) throws InterruptedException {
        GrowingPause pause = new GrowingPause();
        do {
            try {
                session.start();
                return true;
            } catch (TelegramApiException e) {
                LOG.warn("event=polling-not-started {}", Failure.of(e));
                troubles.arose(Troubles.UNREACHABLE);
            }
        } while (!stopped.await(pause.nextBackOffMillis(), TimeUnit.MILLISECONDS));
        return false;
    }

    /** Until the bot is stopped: polls again should the polling have ended, and clears away what is old. */
    private void lookAfter(BotSession session) throws InterruptedException {
        long cleared = System.nanoTime() - HOUSEKEEPING.toNanos();
        do {
            Future<?> polling = session.getRunningPolling();
            if (polling != null && polling.isDone()) {
                LOG.error("event=polling-ended effect=started-again");
                session.stop();
                startPolling(session);
            }
            if (System.nanoTime() - cleared >= HOUSEKEEPING.toNanos()) {
                cleared = System.nanoTime();
                clearAway();
            }
        } while (!stopped.await(LOOK_AFTER_POLLS.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void clearAway() {
        try {
            inbox.deleteEnded(clock.instant().minus(KEPT));
            outbox.deleteEnded(clock.instant().minus(KEPT));
        } catch (RuntimeException e) {
            LOG.warn("event=old-entries-not-deleted {}", Failure.of(e));
        }
    }
}
