package io.footnote.telegram;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Finds out what a message wants of the bot. In a private chat everything is for the bot; in a group {@code /ask}, commands
 * that name it, and replies to its messages. Immutable.
 *
 * @param botId the bot's user id
 * @param username the bot's username, without the at sign
 */
record RequestReader(long botId, String username) {

    /** What a message wants. */
    sealed interface Request {
        /** An answer. */
        record Ask(String question) implements Request {}

        /** What a command does; its name without the slash, in lower case. */
        record Do(String command, String argument) implements Request {}

        /** Nobody knows, for it was written elsewhere and passed on. */
        record Forwarded() implements Request {}

        /** Nobody knows, for it is not in words. */
        record NotText() implements Request {}
    }

    /** What it wants; nothing when it is not for this bot, or only tells what happened in the chat. */
    Optional<Request> read(Message message) {
        boolean direct = message.isUserMessage();
        if (message.getForwardOrigin() != null || Boolean.TRUE.equals(message.getIsAutomaticForward())) {
            return direct ? Optional.of(new Request.Forwarded()) : Optional.empty();
        }
        Optional<Command> command = Command.of(message);
        if (command.isPresent()) {
            return command.filter(given -> given.isFor(username)
                            && (direct || given.names(username) || given.name().equals("ask")))
                    .map(RequestReader::request);
        }
        if (message.getText() != null) {
            return direct || isReplyToBot(message) ? Optional.of(new Request.Ask(message.getText())) : Optional.empty();
        }
        return direct && holdsSomethingElse(message) ? Optional.of(new Request.NotText()) : Optional.empty();
    }

    private static Request request(Command command) {
        return command.name().equals("ask") && !command.argument().isEmpty()
                ? new Request.Ask(command.argument())
                : new Request.Do(command.name(), command.argument());
    }

    /** Whether it replies to a message of the bot. */
    boolean isReplyToBot(Message message) {
        Message earlier = message.getReplyToMessage();
        User author = earlier == null ? null : earlier.getFrom();
        return author != null && author.getId() != null && author.getId() == botId;
    }

    /** Whether a person sent something, as opposed to Telegram telling of a change in the chat. */
    private static boolean holdsSomethingElse(Message message) {
        return Stream.of(
                        message.getSticker(),
                        message.getPhoto(),
                        message.getVoice(),
                        message.getVideo(),
                        message.getVideoNote(),
                        message.getAudio(),
                        message.getAnimation(),
                        message.getDocument(),
                        message.getContact(),
                        message.getLocation(),
                        message.getVenue(),
                        message.getPoll(),
                        message.getDice(),
                        message.getGame(),
                        message.getStory(),
                        message.getPaidMedia(),
                        message.getLivePhoto(),
                        message.getChecklist(),
                        message.getRichMessage())
                .anyMatch(Objects::nonNull);
    }
}
