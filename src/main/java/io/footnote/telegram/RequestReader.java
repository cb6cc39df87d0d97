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

    /** What it wants; nothing when it is not for this bot, or only tells what happened in the chat. */
    Optional<Request> read(Message message) {
        boolean direct = message.isUserMessage();
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
        return switch (command.name()) {
            case "ask" -> command.argument().isEmpty() ? new Request.AskNothing() : new Request.Ask(command.argument());
            case "start" -> new Request.Start();
            case "help" -> new Request.Help();
            default -> new Request.UnknownCommand();
        };
    }

    private boolean isReplyToBot(Message message) {
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
