package io.footnote.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Updates as Telegram sends them, without the ids that {@link FakeBotApi#deliver} gives: {@code update_id}, and
 * {@code message_id} of a new message.
 */
public final class IncomingUpdate {
    private static final Pattern ENTITY =
            Pattern.compile("(?<![\\w/@])(?<command>/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?)(?![A-Za-z0-9_])"
                    + "|(?<![\\w@])(?<mention>@[A-Za-z0-9_]{3,32})(?![A-Za-z0-9_])"
                    + "|(?<url>https?://[^\\s<>\"]+)");

    private IncomingUpdate() {}

    /** A text message in the private chat with this person, with entities for commands, mentions and addresses. */
    public static ObjectNode text(Person from, String text) {
        return of("message", privateMessage(from, text));
    }

    /** The same from {@link Person#reader}. */
    public static ObjectNode text(long userId, String text) {
        return text(Person.reader(userId), text);
    }

    /** A text message in a supergroup, whose id is below 0. */
    public static ObjectNode groupText(long groupId, Person from, String text) {
        if (groupId >= 0) {
            throw new IllegalArgumentException("a group's id is below 0: " + groupId);
        }
        ObjectNode message = message(from.toUser(), groupChat(groupId));
        return of("message", withText(message, text));
    }

    /** An edit of an earlier message of this person in the private chat. */
    public static ObjectNode edited(Person from, int messageId, String text) {
        ObjectNode message = privateMessage(from, text).put("message_id", messageId);
        return of("edited_message", message.put("edit_date", now()));
    }

    /** A sticker in the private chat. */
    public static ObjectNode sticker(Person from) {
        ObjectNode message = privateMessage(from);
        message.putObject("sticker")
                .put("file_id", "CAACAgIAAxkBAAEBsticker")
                .put("file_unique_id", "AgADBAADsticker")
                .put("type", "regular")
                .put("width", 512)
                .put("height", 512)
                .put("is_animated", false)
                .put("is_video", false)
                .put("emoji", "\uD83D\uDC4D")
                .put("set_name", "Thumbs")
                .put("file_size", 16_340);
        return of("message", message);
    }

    /** A photo in the private chat in two sizes, with a caption unless it is empty. */
    public static ObjectNode photo(Person from, String caption) {
        ObjectNode message = privateMessage(from);
        ArrayNode sizes = message.putArray("photo");
        for (int width : new int[] {90, 1280}) {
            sizes.addObject()
                    .put("file_id", "AgACAgIAAxkBphoto" + width)
                    .put("file_unique_id", "AQADphoto" + width)
                    .put("file_size", width * 120)
                    .put("width", width)
                    .put("height", width * 3 / 4);
        }
        if (!caption.isEmpty()) {
            message.put("caption", caption);
            ArrayNode entities = entities(caption);
            if (!entities.isEmpty()) {
                message.set("caption_entities", entities);
            }
        }
        return of("message", message);
    }

    /** A voice message in the private chat. */
    public static ObjectNode voice(Person from) {
        ObjectNode message = privateMessage(from);
        message.putObject("voice")
                .put("file_id", "AwACAgIAAxkBvoice")
                .put("file_unique_id", "AgADvoice")
                .put("duration", 4)
                .put("mime_type", "audio/ogg")
                .put("file_size", 15_020);
        return of("message", message);
    }

    /** A poll of the person's own in the private chat. */
    public static ObjectNode poll(Person from) {
        ObjectNode message = privateMessage(from);
        ObjectNode poll = message.putObject("poll").put("id", "5213").put("question", "Tea or coffee?");
        ArrayNode options = poll.putArray("options");
        for (String option : List.of("Tea", "Coffee")) {
            options.addObject().put("text", option).put("voter_count", 0);
        }
        poll.put("total_voter_count", 0)
                .put("is_closed", false)
                .put("is_anonymous", true)
                .put("type", "regular")
                .put("allows_multiple_answers", false);
        return of("message", message);
    }

    /** The service message that a group has a new title. */
    public static ObjectNode newTitle(long groupId, Person by, String title) {
        return of("message", message(by.toUser(), groupChat(groupId)).put("new_chat_title", title));
    }

    /** The service message that a group has become a supergroup with another id. */
    public static ObjectNode migrated(long groupId, Person by, long newId) {
        return of("message", message(by.toUser(), groupChat(groupId)).put("migrate_to_chat_id", newId));
    }

    /** A text message that a bot wrote in a group. */
    public static ObjectNode fromBot(long groupId, long botId, String text) {
        return groupText(groupId, new Person(botId, "Other bot", "", true), text);
    }

    /** A press on a button below a message of the bot. */
    public static ObjectNode callback(Person from, SentMessage below, String data) {
        ObjectNode chat = below.chatId() > 0 ? from.toPrivateChat() : groupChat(below.chatId());
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.put("id", Long.toUnsignedString(from.id() * 4_294_967_291L + System.nanoTime()));
        query.set("from", from.toUser());
        ObjectNode message = query.putObject("message");
        message.put("message_id", below.messageId()).put("date", below.at().getEpochSecond());
        message.set("chat", chat);
        message.put("text", below.text());
        if (!below.entities().isEmpty()) {
            message.set("entities", below.entities().deepCopy());
        }
        query.put("chat_instance", "-3788432156741").put("data", data);
        return of("callback_query", query);
    }

    /** A vote in a poll of the bot. @param option the option's index, or -1 for a vote taken back */
    public static ObjectNode pollAnswer(Person from, SentMessage poll, int option) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("poll_id", poll.pollId());
        answer.set("user", from.toUser());
        ArrayNode options = answer.putArray("option_ids");
        ArrayNode persistent = answer.putArray("option_persistent_ids");
        if (option >= 0) {
            options.add(option);
            persistent.add(Integer.toString(option));
        }
        return of("poll_answer", answer);
    }

    /** The person blocks the bot, or lets it in again. */
    public static ObjectNode membership(Person from, boolean blocked) {
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        change.set("chat", from.toPrivateChat());
        change.set("from", from.toUser());
        change.put("date", now());
        change.set("old_chat_member", member(blocked ? "member" : "kicked"));
        change.set("new_chat_member", member(blocked ? "kicked" : "member"));
        return of("my_chat_member", change);
    }

    /** The bot's own state in a group changes. */
    public static ObjectNode groupMembership(long groupId, Person by, String before, String now) {
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        change.set("chat", groupChat(groupId));
        change.set("from", by.toUser());
        change.put("date", now());
        change.set("old_chat_member", member(before));
        change.set("new_chat_member", member(now));
        return of("my_chat_member", change);
    }

    /** The same message as a reply to one of the bot's. */
    public static ObjectNode replyTo(ObjectNode update, SentMessage earlier) {
        if (update.get("message") instanceof ObjectNode message) {
            ObjectNode replied = message.putObject("reply_to_message")
                    .put("message_id", earlier.messageId())
                    .put("date", earlier.at().getEpochSecond())
                    .put("text", earlier.text());
            replied.set("from", FakeBotApi.botUser());
            replied.set("chat", message.path("chat").deepCopy());
        }
        return update;
    }

    /** The same message in a topic of its group. */
    public static ObjectNode inTopic(ObjectNode update, int topic) {
        if (update.get("message") instanceof ObjectNode message) {
            message.put("message_thread_id", topic).put("is_topic_message", true);
        }
        return update;
    }

    /** The same message as one that was passed on from a channel. */
    public static ObjectNode forwarded(ObjectNode update) {
        if (update.get("message") instanceof ObjectNode message) {
            ObjectNode origin =
                    message.putObject("forward_origin").put("type", "channel").put("date", now());
            origin.putObject("chat")
                    .put("id", -1_009_876_543_210L)
                    .put("title", "A channel")
                    .put("type", "channel");
            origin.put("message_id", 12);
        }
        return update;
    }

    /** What somebody writes after the bot's name in any chat. */
    public static ObjectNode inline(Person from, String query) {
        ObjectNode inline = JsonNodeFactory.instance.objectNode();
        inline.put("id", Long.toUnsignedString(from.id() * 4_294_967_291L + System.nanoTime()));
        inline.set("from", from.toUser());
        inline.put("query", query).put("offset", "").put("chat_type", "private");
        return of("inline_query", inline);
    }

    /** An update of a kind that came after every documentation there is. */
    public static ObjectNode unknownKind(Person from) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("hologram_id", "7");
        body.set("from", from.toUser());
        return of("hologram", body);
    }

    private static ObjectNode member(String status) {
        ObjectNode member = JsonNodeFactory.instance.objectNode();
        member.set("user", FakeBotApi.botUser());
        member.put("status", status);
        return status.equals("kicked") ? member.put("until_date", 0) : member;
    }

    private static ObjectNode privateMessage(Person from) {
        return message(from.toUser(), from.toPrivateChat());
    }

    private static ObjectNode privateMessage(Person from, String text) {
        return withText(privateMessage(from), text);
    }

    private static ObjectNode message(ObjectNode from, ObjectNode chat) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.set("from", from);
        message.set("chat", chat);
        return message.put("date", now());
    }

    private static ObjectNode groupChat(long groupId) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", groupId)
                .put("title", "Reading group")
                .put("type", "supergroup");
    }

    private static ObjectNode withText(ObjectNode message, String text) {
        message.put("text", text);
        ArrayNode entities = entities(text);
        if (!entities.isEmpty()) {
            message.set("entities", entities);
        }
        return message;
    }

    private static ArrayNode entities(String text) {
        ArrayNode entities = JsonNodeFactory.instance.arrayNode();
        Matcher matcher = ENTITY.matcher(text);
        while (matcher.find()) {
            String type = matcher.group("command") != null
                    ? "bot_command"
                    : matcher.group("mention") != null ? "mention" : "url";
            entities.addObject()
                    .put("offset", matcher.start())
                    .put("length", matcher.end() - matcher.start())
                    .put("type", type);
        }
        return entities;
    }

    private static ObjectNode of(String kind, ObjectNode payload) {
        ObjectNode update = JsonNodeFactory.instance.objectNode();
        update.set(kind, payload);
        return update;
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
