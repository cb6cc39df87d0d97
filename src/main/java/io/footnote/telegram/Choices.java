package io.footnote.telegram;

import io.footnote.answer.Overview;
import io.footnote.article.Article;
import io.footnote.quiz.QuizItem;
import io.footnote.storage.ChatSettings;
import io.footnote.storage.Outbox;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** What readers and groups choose: an article and a language. Safe for any number of threads. */
final class Choices {
    /** How many articles stand on a page. */
    static final int PAGE = 6;

    /** What an article of a list is chosen for, besides to ask about it. */
    private static final int FOR_SUMMARY = 1;

    private static final int FOR_TIMELINE = 2;

    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_LABEL = 60;

    private final Stores stores;
    private final Shelf shelf;
    private final Map<Tongue, Texts> texts;
    private final Administrators administrators;

    Choices(Stores stores, Shelf shelf, Map<Tongue, Texts> texts, Administrators administrators) {
        this.stores = stores;
        this.shelf = shelf;
        this.texts = texts;
        this.administrators = administrators;
    }

    /** A message with buttons. */
    record View(Reply reply, @Nullable InlineKeyboardMarkup buttons) {}

    // ---- articles

    /** What can be asked about here. @param suggested questions to begin with */
    View start(Incoming in, List<QuizItem> suggested) {
        List<Article> articles = about(in);
        Texts words = in.texts();
        Markup message = new Markup().text(words.say(Phrase.START_ABOUT, "count", articles.size()));
        articles.stream().limit(PAGE).forEach(article -> addTitle(message.text("\n" + words.bullet()), words, article));
        if (articles.size() > PAGE) {
            message.text("\n" + words.say(Phrase.AND_MORE, "count", articles.size() - PAGE));
        }
        message.text("\n\n" + words.say(Phrase.START_HOW));
        Buttons buttons = under(in);
        SuggestedQuestions.add(buttons, suggested);
        return new View(message.reply(), buttons.markup());
    }

    /** What can be had of the article besides answers, and another one to ask about. */
    private Buttons under(Incoming in) {
        Texts words = in.texts();
        Optional<Article> only = only(in);
        Buttons buttons = new Buttons()
                .row(words.say(Phrase.BUTTON_SUMMARY), overview(Overview.SUMMARY, only))
                .beside(words.say(Phrase.BUTTON_TIMELINE), overview(Overview.TIMELINE, only));
        return shelf.all().size() > 1
                ? buttons.row(words.say(Phrase.BUTTON_CHANGE_ARTICLE), Press.of(Press.Verb.ARTICLES))
                : buttons;
    }

    private static Press overview(Overview kind, Optional<Article> of) {
        return of.map(article -> new Press(verbOf(kind), 0, 0, article.id()))
                .orElseGet(() -> new Press(Press.Verb.ARTICLES, 0, purposeOf(kind), ""));
    }

    private static Press.Verb verbOf(@Nullable Overview kind) {
        return kind == null ? Press.Verb.ARTICLE : kind == Overview.SUMMARY ? Press.Verb.SUMMARY : Press.Verb.TIMELINE;
    }

    /** Stands in a list of articles for what one is chosen for; 0 to ask about it. */
    private static int purposeOf(@Nullable Overview kind) {
        return kind == null ? 0 : kind == Overview.SUMMARY ? FOR_SUMMARY : FOR_TIMELINE;
    }

    private static @Nullable Overview overviewFor(int purpose) {
        return switch (purpose) {
            case FOR_SUMMARY -> Overview.SUMMARY;
            case FOR_TIMELINE -> Overview.TIMELINE;
            default -> null;
        };
    }

    /** The article that is meant where none is named: the chosen one, or the only one there is. */
    Optional<Article> only(Incoming in) {
        return chosen(in)
                .or(() -> shelf.all().size() == 1 ? Optional.of(shelf.all().getFirst()) : Optional.empty());
    }

    private List<Article> about(Incoming in) {
        return chosen(in).map(List::of).orElseGet(shelf::all);
    }

    private Optional<Article> chosen(Incoming in) {
        return Optional.ofNullable(stores.settings().of(in.chat()).article()).flatMap(shelf::current);
    }

    private static void addTitle(Markup message, Texts words, Article article) {
        message.bold(words.isolated(Excerpt.of(Excerpt.oneLine(article.title()), LONGEST_TITLE)));
        OffsetDateTime published = article.publication().published();
        if (published != null) {
            // the day of the paper, wherever the reader is
            message.text((words.tongue().rightToLeft() ? "، " : ", ")
                    + words.say(Phrase.PUBLISHED, "day", words.day(published.toLocalDate())));
        }
    }

    /** The article that questions are about. */
    View article(Incoming in) {
        Texts words = in.texts();
        Markup message = new Markup();
        Optional<Article> chosen = only(in);
        if (chosen.isPresent()) {
            addTitle(message.text(words.say(Phrase.ARTICLE_ABOUT) + "\n" + words.bullet()), words, chosen.get());
        } else {
            message.text(words.say(Phrase.ARTICLE_ALL));
        }
        return new View(message.reply(), under(in).markup());
    }

    /**
     * A page of the articles, to choose one.
     *
     * @param page from 0; one beyond the last shows the last
     * @param kind the overview that one is chosen for, or null to ask about it
     */
    View articles(Incoming in, int page, @Nullable Overview kind) {
        int purpose = purposeOf(kind);
        Texts words = in.texts();
        List<Article> all = shelf.all();
        int last = Math.max(0, (all.size() - 1) / PAGE);
        int shown = Math.min(page, last);
        Buttons buttons = new Buttons();
        all.stream()
                .skip((long) shown * PAGE)
                .limit(PAGE)
                .forEach(article -> buttons.row(
                        Excerpt.of(Excerpt.oneLine(article.title()), LONGEST_LABEL),
                        new Press(verbOf(kind), 0, 0, article.id())));
        if (all.size() > 1 && kind == null) {
            buttons.row(words.say(Phrase.BUTTON_ALL_ARTICLES), Press.of(Press.Verb.ARTICLE));
        }
        if (shown > 0) {
            buttons.row(words.say(Phrase.BUTTON_PREVIOUS), new Press(Press.Verb.ARTICLES, shown - 1, purpose, ""));
        }
        if (shown < last) {
            Press next = new Press(Press.Verb.ARTICLES, shown + 1, purpose, "");
            if (shown > 0) {
                buttons.beside(words.say(Phrase.BUTTON_NEXT), next);
            } else {
                buttons.row(words.say(Phrase.BUTTON_NEXT), next);
            }
        }
        Phrase head = kind == null
                ? Phrase.ARTICLES_HEAD
                : kind == Overview.SUMMARY ? Phrase.SUMMARY_CHOOSE : Phrase.TIMELINE_CHOOSE;
        return new View(Reply.of(words.say(head, "count", all.size())), buttons.markup());
    }

    /**
     * Chooses an article for the chat.
     *
     * @param id the article's, or empty for all
     * @return what to say when it cannot be chosen
     */
    Optional<String> choose(Incoming in, String id) {
        if (!in.direct() && !administrators.include(in.chat(), in.person())) {
            return Optional.of(in.texts().say(Phrase.ADMINS_ONLY));
        }
        String current =
                id.isEmpty() ? null : shelf.current(id).map(Article::id).orElse(null);
        if (!id.isEmpty() && current == null) {
            return Optional.of(in.texts().say(Phrase.ARTICLE_UNKNOWN));
        }
        ChatSettings.Values before = stores.settings().of(in.chat());
        stores.settings().set(in.chat(), before.about(current).talkingFrom(in.at()), in.at());
        return Optional.empty();
    }

    /** The next question stands by itself. */
    void beginAnew(Incoming in) {
        ChatSettings.Values before = stores.settings().of(in.chat());
        stores.settings().set(in.chat(), before.talkingFrom(in.at()), in.at());
    }

    // ---- languages

    /** The languages, to choose one. */
    View languages(Incoming in) {
        Buttons buttons = new Buttons();
        for (Tongue tongue : Tongue.values()) {
            buttons.row(tongue.ownName(), new Press(Press.Verb.LANGUAGE, 0, 0, tongue.code()));
        }
        buttons.row(in.texts().say(Phrase.BUTTON_OWN_LANGUAGE), Press.of(Press.Verb.LANGUAGE));
        return new View(Reply.of(in.texts().say(Phrase.LANGUAGE_HEAD)), buttons.markup());
    }

    /**
     * Chooses a person's language.
     *
     * @param tag the language's, or empty for that of their Telegram
     * @param own what the bot says in the language of their Telegram
     * @return that it is done, in that language
     */
    String speak(Incoming in, String tag, Texts own) {
        Optional<Tongue> tongue = Tongue.of(tag);
        ChatSettings.Values before = stores.settings().of(in.person());
        stores.settings()
                .set(in.person(), before.inLanguage(tongue.map(Tongue::code).orElse(null)), in.at());
        return tongue.map(known -> in(known).say(Phrase.LANGUAGE_SET)).orElseGet(() -> own.say(Phrase.LANGUAGE_OWN));
    }

    /** What the bot says to a person, by what they chose or else by their Telegram. */
    Texts textsFor(long person, @Nullable String telegramTag) {
        String tag = person == 0 ? null : stores.settings().of(person).language();
        return in(Tongue.of(tag).or(() -> Tongue.of(telegramTag)).orElse(Tongue.ENGLISH));
    }

    /** What the bot says in the language of that tag, or in English. */
    Texts in(Tongue tongue) {
        return Objects.requireNonNull(texts.get(tongue));
    }

    /** What is set. */
    View settings(Incoming in) {
        Texts words = in.texts();
        String language = Tongue.of(stores.settings().of(in.person()).language())
                .map(Tongue::ownName)
                .orElse(words.say(Phrase.SETTINGS_OWN_LANGUAGE));
        String article = chosen(in)
                .map(found -> Excerpt.of(Excerpt.oneLine(found.title()), LONGEST_TITLE))
                .orElse(words.say(Phrase.SETTINGS_ALL_ARTICLES));
        Buttons buttons = new Buttons().row(words.say(Phrase.BUTTON_CHANGE_LANGUAGE), Press.of(Press.Verb.LANGUAGES));
        if (shelf.all().size() > 1) {
            buttons.beside(words.say(Phrase.BUTTON_CHANGE_ARTICLE), Press.of(Press.Verb.ARTICLES));
        }
        return new View(
                Reply.of(words.say(Phrase.SETTINGS, Map.of("language", language, "article", article))),
                buttons.markup());
    }

    /** What the buttons of these messages ask for. */
    List<Outbox.Message> pressed(Incoming in, String queryId, int message, Press press, Texts own) {
        return switch (press.verb()) {
            case ARTICLES -> edited(in, queryId, message, articles(in, press.number(), overviewFor(press.part())), "");
            case ARTICLE -> {
                Optional<String> refused = choose(in, press.subject());
                yield refused.isPresent()
                        ? List.of(Outgoing.toast(in, queryId, refused.get()))
                        : edited(in, queryId, message, article(in), "");
            }
            case LANGUAGES -> edited(in, queryId, message, languages(in), "");
            default -> {
                String done = speak(in, press.subject(), own);
                // in a group the message is everybody's
                yield in.direct()
                        ? edited(in, queryId, message, new View(Reply.of(done), null), "")
                        : List.of(Outgoing.toast(in, queryId, done));
            }
        };
    }

    private static List<Outbox.Message> edited(Incoming in, String queryId, int message, View view, String words) {
        return List.of(
                Outgoing.toast(in, queryId, words), Outgoing.edit(in, message, view.reply(), view.buttons(), null));
    }
}
