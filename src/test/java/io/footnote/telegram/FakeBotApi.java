package io.footnote.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server on the loopback address that behaves like Telegram's Bot API as its documentation says, for one bot: updates
 * wait until an offset confirms them, a second poll ends the first with 409, texts are parsed and measured, a refusal has
 * Telegram's words. It can be told to fail, records every call and checks each against {@link BotApiSpecification}.
 *
 * <p>What it keeps outlives {@link #stop} and {@link #restart}, and it may serve a bot in another process. It writes only
 * to chats that an update came from or {@link #openChat} named, as Telegram does. Not imitated: Markdown,
 * media (stored as a message with the caption), group privacy, the loss of updates after 24 hours. Thread-safe.
 */
public final class FakeBotApi implements AutoCloseable {
    /** A token of the right shape. */
    public static final String TOKEN = "412000001:AAFootnote-token-of-the-fake_server";

    private static final Logger LOG = LoggerFactory.getLogger(FakeBotApi.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Optional<BotApiSpecification> specification = BotApiSpecification.ifPresent();
    private final CallLog log = new CallLog();
    private final UpdateQueue queue = new UpdateQueue(log::changed);
    private final Chats chats = new Chats();
    private final BotApiMethods methods = new BotApiMethods(chats, queue);
    private final FaultPlan faults = new FaultPlan();
    private final BotApiHandler handler = new BotApiHandler(specification, log, queue, methods, faults);
    private final int port;
    private volatile @Nullable HttpServer server;
    private @Nullable ExecutorService handlers;

    /**
     * What became of a delivered update.
     *
     * @param updateId its id, 0 when the bot's {@code allowed_updates} leave its kind out
     * @param messageId the number of the new message in its chat, 0 when it holds none
     */
    public record Delivered(long updateId, int messageId) {}

    private FakeBotApi() throws IOException {
        if (specification.isEmpty()) {
            LOG.info("event=specification-absent file={} effect=calls-are-not-checked", BotApiSpecification.file());
        }
        port = listen(0);
    }

    /**
     * Starts a server on a free port.
     *
     * @throws IOException when there is none
     */
    public static FakeBotApi start() throws IOException {
        return new FakeBotApi();
    }

    /** The bot itself as a {@code User}. */
    static ObjectNode botUser() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", Long.parseLong(TOKEN.substring(0, TOKEN.indexOf(':'))))
                .put("is_bot", true)
                .put("first_name", "Footnote")
                .put("username", "footnote_bot");
    }

    private int listen(int onPort) throws IOException {
        HttpServer created = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        created.setExecutor(threads);
        created.createContext("/", handler);
        queue.setStopped(false);
        created.start();
        server = created;
        handlers = threads;
        return created.getAddress().getPort();
    }

    // ---- the server

    /** {@code http://127.0.0.1:PORT}, what a bot is configured with. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The port, the same after a restart. */
    public int port() {
        return port;
    }

    /** Goes down: waiting polls and open connections are cut, new ones refused. Updates and records stay. */
    public synchronized void stop() {
        HttpServer running = server;
        ExecutorService threads = handlers;
        if (running != null && threads != null) {
            server = null;
            queue.setStopped(true);
            running.stop(0);
            threads.shutdownNow();
        }
    }

    /**
     * Comes back on the same port.
     *
     * @throws IOException when somebody else has it now
     */
    public synchronized void restart() throws IOException {
        stop();
        listen(port);
    }

    @Override
    public void close() {
        stop();
    }

    // ---- what readers do

    /**
     * Queues an update made by {@link IncomingUpdate}, as when a reader writes. Its chat becomes one the bot may write
     * to.
     */
    public Delivered deliver(ObjectNode update) {
        return deliver(update, false);
    }

    /** Queues any JSON object as an update, whatever its kind, such as one that no library can parse. */
    public Delivered deliverRaw(String json) {
        try {
            return deliver((ObjectNode) MAPPER.readTree(json), true);
        } catch (IOException e) {
            throw new IllegalArgumentException("an update must be a JSON object: " + json, e);
        }
    }

    private Delivered deliver(ObjectNode update, boolean whateverItsKind) {
        ObjectNode queued = update.deepCopy();
        String kind = queued.fieldNames().next();
        int messageId = 0;
        if (queued.get(kind) instanceof ObjectNode payload) {
            boolean newMessage = kind.equals("message");
            messageId = chats.receive(payload, newMessage);
            if (newMessage && messageId > 0) {
                ObjectNode rest = payload.deepCopy();
                payload.removeAll().put("message_id", messageId).setAll(rest);
            }
            if (kind.equals("callback_query")) {
                methods.callbackCame(payload.path("id").asText());
            }
        }
        return new Delivered(queue.add(queued, whateverItsKind), messageId);
    }

    /** Lets the bot write to a private chat without a message from there. */
    public void openChat(long userId) {
        chats.open(Person.reader(userId).toPrivateChat());
    }

    /** Makes somebody an administrator of every group. */
    public void administrator(long userId) {
        methods.administrator(userId);
    }

    // ---- what goes wrong

    /** The next so many calls of a method that have no other fault before them go wrong. */
    public void failNext(String method, int times, Fault fault) {
        faults.add(method, times, fault);
    }

    /** Takes back all faults that have not happened yet. */
    public void clearFaults() {
        faults.clear();
    }

    /** Forgets unconfirmed updates and numbers on from this id, as Telegram may after a week without updates. */
    public void restartUpdateIds(int nextUpdateId) {
        queue.restartAt(nextUpdateId);
    }

    /** From now on more messages than these in the window get 429, to one chat and in all. */
    public void limitFlood(int perChat, int inAll, Duration window) {
        methods.limitFlood(new FloodLimit(perChat, inAll, window));
    }

    /** No flood limit, as at the start. */
    public void unlimitFlood() {
        methods.limitFlood(null);
    }

    // ---- what the bot did

    /** Every call with the right token, in the order in which they came. */
    public List<BotApiCall> calls() {
        return log.calls();
    }

    /** The calls of one method. */
    public List<BotApiCall> calls(String method) {
        return calls().stream()
                .filter(call -> call.method().equalsIgnoreCase(method))
                .toList();
    }

    /** The bot's messages in a chat as they stand now, oldest first, deleted ones marked. */
    public List<SentMessage> messagesTo(long chatId) {
        return chats.sentTo(chatId);
    }

    /** Ids of the updates that the bot has not confirmed, oldest first. */
    public List<Long> unconfirmed() {
        return queue.unconfirmed();
    }

    /** How many answers to getUpdates held this update. */
    public int deliveries(long updateId) {
        return queue.deliveries(updateId);
    }

    /** Ids of the callback queries that the bot has not answered. */
    public Set<String> unansweredCallbacks() {
        return methods.unansweredCallbacks();
    }

    /** What was wrong with calls by the specification; empty too when {@link #checksCalls} is false. */
    public List<String> violations() {
        return log.violations();
    }

    /** Whether the specification is there, so that calls are checked. */
    public boolean checksCalls() {
        return specification.isPresent();
    }

    /** Waits for the first message to a chat; an {@link AssertionError} when none comes in time. */
    public SentMessage awaitMessage(long chatId, Duration limit) {
        return awaitMessages(chatId, 1, limit).getFirst();
    }

    /** Waits until the bot has sent so many messages to a chat and returns all that it has sent there by then. */
    public List<SentMessage> awaitMessages(long chatId, int count, Duration limit) {
        return log.await(
                count + " messages to chat " + chatId,
                limit,
                () -> Optional.of(messagesTo(chatId)).filter(sent -> sent.size() >= count));
    }

    /** Waits for a call of a method that fits, the first if several do. */
    public BotApiCall awaitCall(String method, Predicate<BotApiCall> fits, Duration limit) {
        return log.await(
                "a call of " + method,
                limit,
                () -> calls(method).stream().filter(fits).findFirst());
    }

    /** Waits until the bot has confirmed an update. */
    public void awaitConfirmed(long updateId, Duration limit) {
        awaitThat(
                "the confirmation of update " + updateId,
                limit,
                api -> !api.unconfirmed().contains(updateId));
    }

    /** Waits until something is true of this server, asked again whenever a call changes something. */
    public void awaitThat(String what, Duration limit, Predicate<FakeBotApi> condition) {
        log.await(what, limit, () -> condition.test(this) ? Optional.of(true) : Optional.empty());
    }
}
