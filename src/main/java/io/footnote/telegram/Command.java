package io.footnote.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.EntityType;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * A command at the beginning of a message. Immutable.
 *
 * @param name without the slash, in lower case
 * @param bot the bot it is for, without the at sign, or null where it names none
 * @param argument what follows it, stripped; may be empty
 */
record Command(String name, @Nullable String bot, String argument) {

    /** The command that a message begins with, by what Telegram marked as one. */
    static Optional<Command> of(Message message) {
        String text = message.getText();
        List<MessageEntity> entities = message.getEntities();
        if (text == null || entities == null) {
            return Optional.empty();
        }
        return entities.stream()
                .filter(entity -> EntityType.BOTCOMMAND.equals(entity.getType()) && isAtTheStart(entity, text))
                .findFirst()
                .map(entity -> of(text.substring(1, entity.getLength()), text.substring(entity.getLength())));
    }

    private static boolean isAtTheStart(MessageEntity entity, String text) {
        Integer offset = entity.getOffset();
        Integer length = entity.getLength();
        return offset != null && offset == 0 && length != null && length > 1 && length <= text.length();
    }

    private static Command of(String called, String rest) {
        int at = called.indexOf('@');
        String name = at < 0 ? called : called.substring(0, at);
        return new Command(name.toLowerCase(Locale.ROOT), at < 0 ? null : called.substring(at + 1), rest.strip());
    }

    /** Whether it is for the bot of that name: it says so, or names none. */
    boolean isFor(String username) {
        return bot == null || names(username);
    }

    /** Whether it says that it is for the bot of that name. */
    boolean names(String username) {
        return username.equalsIgnoreCase(bot);
    }
}
