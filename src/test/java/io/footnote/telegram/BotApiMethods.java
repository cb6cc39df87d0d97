package io.footnote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each method does and answers, all but getUpdates. Thread-safe. */
final class BotApiMethods {
    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_CALLBACK_DATA_BYTES = 64;
    private static final int LONGEST_CALLBACK_ANSWER = 200;
    private static final int MOST_INLINE_RESULTS = 50;
    private static final int MOST_COMMANDS = 100;
    private static final int LONGEST_COMMAND_DESCRIPTION = 256;
    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");
    private static final Set<String> CHAT_ACTIONS = Set.of(("typing upload_photo record_video upload_video record_voice"
                    + " upload_voice upload_document choose_sticker find_location record_video_note upload_video_note")
            .split(" "));
    private static final Set<String> WITH_BEHAVIOUR = Set.of(
            "getUpdates",
            "getMe",
            "sendMessage",
            "sendPoll",
            "editMessageText",
            "editMessageReplyMarkup",
            "getChatMember",
            "deleteMessage",
            "sendChatAction",
            "sendMessageDraft",
            "answerCallbackQuery",
            "setMyCommands",
            "getMyCommands",
            "deleteMyCommands",
            "setWebhook",
            "deleteWebhook",
            "getWebhookInfo");
    private static final String NOT_MODIFIED =
            "message is not modified: specified new message content and reply markup are exactly the same"
                    + " as a current content and reply markup of the message";

    private final Chats chats;
    private final UpdateQueue queue;
    private final Set<Long> administrators = ConcurrentHashMap.newKeySet();
    private final Set<String> openCallbacks = ConcurrentHashMap.newKeySet();
    private final Set<String> answeredCallbacks = ConcurrentHashMap.newKeySet();
    private final Map<String, JsonNode> commands = new ConcurrentHashMap<>();
    private volatile String webhook = "";
    private volatile @Nullable FloodLimit floodLimit;

    BotApiMethods(Chats chats, UpdateQueue queue) {
        this.chats = chats;
        this.queue = queue;
    }

    /** Makes somebody an administrator of every group. */
    void administrator(long userId) {
        administrators.add(userId);
    }

    void limitFlood(@Nullable FloodLimit limit) {
        floodLimit = limit;
    }

    /** Makes a callback query answerable. */
    void callbackCame(String id) {
        openCallbacks.add(id);
    }

    /** Ids of the callback queries that the bot has not answered. */
    Set<String> unansweredCallbacks() {
        Set<String> left = new HashSet<>(openCallbacks);
        left.removeAll(answeredCallbacks);
        return left;
    }

    /** Whether updates go to a webhook, so that polling is refused. */
    boolean hasWebhook() {
        return !webhook.isEmpty();
    }

    /** The method as the documentation spells it when it is one of those with behaviour here, otherwise as it came. */
    static String spelled(String method) {
        return WITH_BEHAVIOUR.stream()
                .filter(method::equalsIgnoreCase)
                .findFirst()
                .orElse(method);
    }

    /**
     * Carries a call out.
     *
     * @param method the method as the documentation spells it
     * @param returns the type that the documentation says it returns, for methods without behaviour of their own
     * @return the {@code result} of the answer
     * @throws BotApiError when Telegram would refuse
     */
    JsonNode call(String method, CallArguments arguments, String returns) throws BotApiError {
        return switch (method) {
            case "getMe" -> me();
            case "sendMessage" -> sendMessage(arguments);
            case "sendPoll" -> sendPoll(arguments);
            case "editMessageText" -> editMessageText(arguments);
            case "editMessageReplyMarkup" -> editMessageReplyMarkup(arguments);
            case "getChatMember" -> chatMember(arguments);
            case "answerInlineQuery" -> answerInlineQuery(arguments);
            case "deleteMessage" -> deleteMessage(arguments);
            case "sendChatAction" -> sendChatAction(arguments);
            case "sendMessageDraft" -> sendMessageDraft(arguments);
            case "answerCallbackQuery" -> answerCallbackQuery(arguments);
            case "setMyCommands" -> setMyCommands(arguments);
            case "getMyCommands" -> commands.getOrDefault(scope(arguments), JsonNodeFactory.instance.arrayNode());
            case "deleteMyCommands" -> {
                commands.remove(scope(arguments));
                yield BooleanNode.TRUE;
            }
            case "setWebhook" -> {
                webhook = arguments.text("url");
                yield dropPending(arguments);
            }
            case "deleteWebhook" -> {
                webhook = "";
                yield dropPending(arguments);
            }
            case "getWebhookInfo" -> webhookInfo();
            default -> other(arguments, returns);
        };
    }

    private JsonNode me() {
        return FakeBotApi.botUser()
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false);
    }

    private JsonNode sendMessage(CallArguments arguments) throws BotApiError {
        long chatId = chats.find(arguments);
        FormattedText text = formatted(arguments);
        if (text.text().isEmpty()) {
            throw BotApiError.badRequest("message text is empty");
        }
        checkMarkup(arguments);
        checkReply(chatId, arguments);
        countMessage(chatId);
        return chats.toMessage(chats.send(chatId, text, arguments.fields()));
    }

    /** The limits of a quiz poll are those of the documentation. */
    private JsonNode sendPoll(CallArguments arguments) throws BotApiError {
        long chatId = chats.find(arguments);
        PollLimits.check(arguments);
        checkMarkup(arguments);
        countMessage(chatId);
        return chats.toMessage(
                chats.send(chatId, TelegramHtml.plain(arguments.text("question"), empty()), arguments.fields()));
    }

    private JsonNode editMessageText(CallArguments arguments) throws BotApiError {
        if (arguments.has("inline_message_id")) {
            return BooleanNode.TRUE;
        }
        long chatId = chats.find(arguments);
        SentMessage message = chats.own(chatId, (int) arguments.number("message_id", 0), "edit");
        FormattedText text = formatted(arguments);
        if (text.text().isEmpty()) {
            throw BotApiError.badRequest("message text is empty");
        }
        checkMarkup(arguments);
        boolean same = text.text().equals(message.text())
                && text.entities().equals(message.entities())
                && arguments
                        .fields()
                        .path("reply_markup")
                        .equals(message.arguments().path("reply_markup"));
        if (same) {
            throw BotApiError.badRequest(NOT_MODIFIED);
        }
        SentMessage edited = message.edited(text, arguments.fields());
        chats.replace(edited);
        return chats.toMessage(edited);
    }

    private JsonNode editMessageReplyMarkup(CallArguments arguments) throws BotApiError {
        long chatId = chats.find(arguments);
        SentMessage message = chats.own(chatId, (int) arguments.number("message_id", 0), "edit");
        checkMarkup(arguments);
        JsonNode markup = arguments.fields().path("reply_markup");
        if (markup.equals(message.arguments().path("reply_markup"))) {
            throw BotApiError.badRequest(NOT_MODIFIED);
        }
        ObjectNode call = message.arguments().deepCopy();
        call.set("reply_markup", markup);
        SentMessage edited =
                message.edited(new FormattedText(message.text(), message.source(), message.entities()), call);
        chats.replace(edited);
        return chats.toMessage(edited);
    }

    private JsonNode chatMember(CallArguments arguments) throws BotApiError {
        chats.find(arguments);
        long user = arguments.number("user_id", 0);
        ObjectNode member = JsonNodeFactory.instance.objectNode();
        member.set("user", Person.reader(user).toUser());
        return administrators.contains(user)
                ? member.put("status", "creator").put("is_anonymous", false)
                : member.put("status", "member");
    }

    private static JsonNode answerInlineQuery(CallArguments arguments) throws BotApiError {
        JsonNode results = arguments.structure("results");
        if (results.size() > MOST_INLINE_RESULTS) {
            throw BotApiError.badRequest("RESULTS_TOO_MUCH");
        }
        for (JsonNode result : results) {
            JsonNode content = result.path("input_message_content");
            String text = content.path("message_text").asText();
            FormattedText parsed = content.path("parse_mode").asText().equals("HTML")
                    ? TelegramHtml.parse(text)
                    : TelegramHtml.plain(text, empty());
            if (parsed.text().isEmpty() || parsed.text().length() > LONGEST_TEXT) {
                throw BotApiError.badRequest("MESSAGE_TOO_LONG");
            }
            if (result.path("id").asText().getBytes(StandardCharsets.UTF_8).length > LONGEST_CALLBACK_DATA_BYTES) {
                throw BotApiError.badRequest("RESULT_ID_INVALID");
            }
        }
        return BooleanNode.TRUE;
    }

    private JsonNode deleteMessage(CallArguments arguments) throws BotApiError {
        long chatId = chats.find(arguments);
        chats.replace(chats.own(chatId, (int) arguments.number("message_id", 0), "delete")
                .removed());
        return BooleanNode.TRUE;
    }

    private JsonNode sendChatAction(CallArguments arguments) throws BotApiError {
        chats.find(arguments);
        if (!CHAT_ACTIONS.contains(arguments.text("action"))) {
            throw BotApiError.badRequest("wrong parameter action in request");
        }
        return BooleanNode.TRUE;
    }

    private JsonNode sendMessageDraft(CallArguments arguments) throws BotApiError {
        long chatId = chats.find(arguments);
        if (!chats.isPrivate(chatId)) {
            throw BotApiError.badRequest("TEXTDRAFT_PEER_INVALID");
        }
        if (arguments.number("draft_id", 0) == 0) {
            throw BotApiError.badRequest("invalid draft identifier specified");
        }
        formatted(arguments);
        return BooleanNode.TRUE;
    }

    private JsonNode answerCallbackQuery(CallArguments arguments) throws BotApiError {
        String id = arguments.text("callback_query_id");
        if (!openCallbacks.contains(id)) {
            throw BotApiError.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        if (arguments.text("text").length() > LONGEST_CALLBACK_ANSWER) {
            throw BotApiError.badRequest("MESSAGE_TOO_LONG");
        }
        answeredCallbacks.add(id);
        return BooleanNode.TRUE;
    }

    private JsonNode setMyCommands(CallArguments arguments) throws BotApiError {
        JsonNode list = arguments.structure("commands");
        if (list.size() > MOST_COMMANDS) {
            throw BotApiError.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        for (JsonNode command : list) {
            String description = command.path("description").asText();
            if (!COMMAND.matcher(command.path("command").asText()).matches()) {
                throw BotApiError.badRequest("BOT_COMMAND_INVALID");
            }
            if (description.isEmpty() || description.length() > LONGEST_COMMAND_DESCRIPTION) {
                throw BotApiError.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }
        commands.put(scope(arguments), list.deepCopy());
        return BooleanNode.TRUE;
    }

    private static String scope(CallArguments arguments) throws BotApiError {
        JsonNode scope = arguments.structure("scope");
        return (scope.isMissingNode() ? "{\"type\":\"default\"}" : scope.toString())
                + ' '
                + arguments.text("language_code");
    }

    private JsonNode dropPending(CallArguments arguments) {
        if (arguments.flag("drop_pending_updates")) {
            queue.clear();
        }
        return BooleanNode.TRUE;
    }

    private JsonNode webhookInfo() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("url", webhook)
                .put("has_custom_certificate", false)
                .put("pending_update_count", queue.unconfirmed().size());
    }

    /** A method without behaviour: a value of the right type, and a message in the chat when it sends one. */
    private JsonNode other(CallArguments arguments, String returns) throws BotApiError {
        if (arguments.has("chat_id")) {
            chats.find(arguments);
        }
        if (returns.startsWith("Array of ")) {
            return JsonNodeFactory.instance.arrayNode();
        }
        return switch (returns) {
            case "Message" -> {
                long chatId = chats.find(arguments);
                countMessage(chatId);
                yield chats.toMessage(
                        chats.send(chatId, TelegramHtml.plain(arguments.text("caption"), empty()), arguments.fields()));
            }
            case "Boolean" -> BooleanNode.TRUE;
            case "Integer" -> IntNode.valueOf(1);
            case "String" -> TextNode.valueOf("");
            default -> JsonNodeFactory.instance.objectNode();
        };
    }

    private void countMessage(long chatId) throws BotApiError {
        FloodLimit limit = floodLimit;
        if (limit != null) {
            limit.count(chatId);
        }
    }

    private static FormattedText formatted(CallArguments arguments) throws BotApiError {
        String source = arguments.text("text");
        String mode = arguments.text("parse_mode");
        FormattedText text;
        if (mode.equalsIgnoreCase("HTML")) {
            text = TelegramHtml.parse(source);
        } else if (mode.isEmpty()) {
            JsonNode entities = arguments.structure("entities");
            text = TelegramHtml.plain(source, entities instanceof ArrayNode array ? array : empty());
        } else if (mode.equalsIgnoreCase("Markdown") || mode.equalsIgnoreCase("MarkdownV2")) {
            throw BotApiError.badRequest("this server does not parse " + mode);
        } else {
            throw BotApiError.badRequest("unsupported parse_mode");
        }
        if (text.text().length() > LONGEST_TEXT) {
            throw BotApiError.badRequest("message is too long");
        }
        return text;
    }

    private static void checkMarkup(CallArguments arguments) throws BotApiError {
        for (JsonNode row : arguments.structure("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.path("text").asText().isEmpty()) {
                    throw BotApiError.badRequest(
                            "can't parse inline keyboard button: Field \"text\" must be of type String");
                }
                String data = button.path("callback_data").asText("");
                if (data.getBytes(StandardCharsets.UTF_8).length > LONGEST_CALLBACK_DATA_BYTES) {
                    throw BotApiError.badRequest("BUTTON_DATA_INVALID");
                }
            }
        }
    }

    private void checkReply(long chatId, CallArguments arguments) throws BotApiError {
        JsonNode reply = arguments.structure("reply_parameters");
        if (reply.isObject()
                && !reply.path("allow_sending_without_reply").asBoolean()
                && !chats.exists(chatId, reply.path("message_id").asInt())) {
            throw BotApiError.badRequest("message to be replied not found");
        }
    }

    private static ArrayNode empty() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
