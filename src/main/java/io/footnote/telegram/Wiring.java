package io.footnote.telegram;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The parts of the bot, put together. */
final class Wiring {
    private static final Set<String> ADMINISTRATOR = Set.of("creator", "administrator");

    private final BotOptions options;
    private final Stores stores;
    private final Shelf shelf;
    private final Asking asking;
    private final Quizzing quizzing;
    private final InstantSource clock;
    private final ItemPool pool;
    private final BotApi api;
    private final String username;
    private final @Nullable LongFunction<String> deskLink;
    private final Map<Tongue, Texts> texts = Texts.all();

    Wiring(
            BotOptions options,
            Stores stores,
            Shelf shelf,
            Asking asking,
            Quizzing quizzing,
            InstantSource clock,
            BotApi api,
            String username,
            @Nullable LongFunction<String> deskLink) {
        this.options = options;
        this.stores = stores;
        this.shelf = shelf;
        this.asking = asking;
        this.quizzing = quizzing;
        this.clock = clock;
        this.pool = new ItemPool(stores.quizItems(), shelf, quizzing, clock);
        this.api = api;
        this.username = username;
        this.deskLink = deskLink;
    }

    Conversation conversation(Typing typing, Drafts drafts) {
        Questions questions = questions(typing, drafts);
        Choices choices = choices();
        QuizParts quiz = quiz(questions, choices);
        Privacy privacy = new Privacy(stores, questions, api, options.retention());
        Reviewing reviewing = new Reviewing(stores, questions.posting(), options.moderators());
        return new Conversation(
                new RequestReader(options.botId(), username),
                questions,
                new Commands(stores, choices, questions, quiz, privacy, reviewing, deskLink, options.moderators()),
                choices,
                quiz,
                new Presses(stores, questions),
                privacy,
                reviewing,
                new InlineQueries(questions),
                new Memberships(stores, options.botId(), username));
    }

    /** Does what moderators order at the desk. */
    Errands errands(Bell filled) {
        return new Errands(
                options.botId(),
                stores,
                shelf,
                asking,
                texts,
                options.moderators(),
                options.dailyBudget(),
                clock,
                filled);
    }

    private Questions questions(Typing typing, Drafts drafts) {
        return new Questions(stores, shelf, asking, new FairUse(options.limits()), typing, drafts);
    }

    private Choices choices() {
        return new Choices(stores, shelf, texts, this::isAdministrator);
    }

    private QuizParts quiz(Questions questions, Choices choices) {
        QuizMessages messages = new QuizMessages(questions::article);
        Quizzes quizzes = new Quizzes(stores.quizRounds(), stores.learners(), pool, quizzing, messages, choices);
        return new QuizParts(
                quizzes,
                new DueFacts(stores.learners(), pool, quizzes, questions, choices),
                new SuggestedQuestions(pool, questions));
    }

    /** What the time brings. @param filled rung when there is something new in the outbox */
    QuizClock quizClock(Typing typing, Drafts drafts, Bell filled) {
        QuizParts quiz = quiz(questions(typing, drafts), choices());
        return new QuizClock(
                options.botId(), quiz.quizzes(), quiz.due(), stores.learners(), pool, stores.outbox(), clock, filled);
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
