package io.footnote.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Puts the commands into the menu beside the field where readers write, by kind of chat and language, and says what the bot
 * does in each language. A menu shows, it
 * does not permit: who may do what is checked when it is done.
 */
final class CommandMenu {
    private static final Logger LOG = LoggerFactory.getLogger(CommandMenu.class);
    private static final List<String> EVERYWHERE =
            List.of("ask", "summary", "timeline", "quiz", "help", "new", "article");
    private static final List<String> FOR_ADMINISTRATORS = List.of("articles");
    private static final List<String> IN_PRIVATE = List.of(
            "due",
            "progress",
            "remind",
            "articles",
            "language",
            "settings",
            "cancel",
            "privacy",
            "mydata",
            "forget",
            "start");
    private static final List<String> FOR_MODERATORS = List.of("review", "desk", "stats");

    private final BotApi api;
    private final Map<Tongue, Texts> texts;

    CommandMenu(BotApi api, Map<Tongue, Texts> texts) {
        this.api = api;
        this.texts = texts;
    }

    /** Sets every menu; one that cannot be set is left as it is. */
    void show(Set<Long> moderators) {
        show(new BotCommandScopeAllPrivateChats(), EVERYWHERE, IN_PRIVATE);
        show(new BotCommandScopeAllGroupChats(), EVERYWHERE, List.of("language"));
        show(new BotCommandScopeAllChatAdministrators(), EVERYWHERE, FOR_ADMINISTRATORS, List.of("language"));
        for (long moderator : moderators) {
            show(new BotCommandScopeChat(Long.toString(moderator)), EVERYWHERE, IN_PRIVATE, FOR_MODERATORS);
        }
        texts.forEach(this::describe);
    }

    /** What stands in an empty chat with the bot, and on its page. */
    private void describe(Tongue tongue, Texts words) {
        String about = words.say(Phrase.ABOUT);
        String language = languageOf(tongue);
        set("description", new SetMyDescription(about, language));
        set("short-description", new SetMyShortDescription(about, language));
    }

    private void set(String what, BotApiMethod<Boolean> call) {
        try {
            api.call(call);
        } catch (TelegramApiException e) {
            LOG.warn("event=menu-not-shown what={} {}", what, Failure.of(e));
        }
    }

    /** English is for everybody whose language has no menu of its own. */
    private static @Nullable String languageOf(Tongue tongue) {
        return tongue == Tongue.ENGLISH ? null : tongue.code();
    }

    @SafeVarargs
    private void show(BotCommandScope scope, List<String>... names) {
        texts.forEach((tongue, words) -> {
            List<BotCommand> commands = new ArrayList<>();
            for (List<String> some : names) {
                some.forEach(name -> commands.add(new BotCommand(name, words.say(Phrase.ofCommand(name)))));
            }
            set(
                    scope.getType(),
                    SetMyCommands.builder()
                            .commands(commands)
                            .scope(scope)
                            .languageCode(languageOf(tongue))
                            .build());
        });
    }
}
