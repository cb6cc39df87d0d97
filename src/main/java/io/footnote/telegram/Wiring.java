package io.footnote.telegram;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The parts of the bot, put together. */
final class Wiring {
    private static final Set<String> ADMINISTRATOR = Set.of("creator", "administrator");

    private final BotOptions options;
    private final Stores stores;
    private final Shelf shelf;
    private final Asking asking;
    private final BotApi api;
    private final String username;
    private final Map<Tongue, Texts> texts = Texts.all();

    Wiring(BotOptions options, Stores stores, Shelf shelf, Asking asking, BotApi api, String username) {
        this.options = options;
        this.stores = stores;
        this.shelf = shelf;
        this.asking = asking;
        this.api = api;
        this.username = username;
    }

    Conversation conversation(Typing typing, Drafts drafts) {
        Questions questions = new Questions(stores, shelf, asking, new FairUse(options.limits()), typing, drafts);
        Choices choices = new Choices(stores, shelf, texts, this::isAdministrator);
        Privacy privacy = new Privacy(stores, questions, api, options.retention());
        return new Conversation(
                new RequestReader(options.botId(), username),
                questions,
                new Commands(stores, choices, questions, privacy, options.moderators()),
                choices,
                new Presses(stores, questions),
                privacy,
                new InlineQueries(questions),
                new Memberships(stores, options.botId(), username));
    }

    /** Does what moderators order at the desk. */
    Errands errands(InstantSource clock, Bell filled) {
        return new Errands(options.botId(), stores, shelf, asking, texts, clock, filled);
    }

    CommandMenu commandMenu() {
        return new CommandMenu(api, texts);
    }

    private boolean isAdministrator(long group, long person) {
        try {
            return ADMINISTRATOR.contains(
                    api.call(new GetChatMember(Long.toString(group), person)).getStatus());
        } catch (TelegramApiException e) {
            throw new IllegalStateException("Telegram does not say who is an administrator", e);
        }
    }
}
