package io.footnote.desk;

import io.footnote.article.Article;
import io.footnote.article.ArticleException;
import io.footnote.storage.Arrival;
import io.footnote.storage.Arrival.Added;
import io.footnote.storage.AuditTrail.Deed;
import io.footnote.storage.Library;
import io.footnote.storage.LibraryEntry;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The library: articles added, corrected and removed, by administrators. Safe for any number of threads. */
final class ArticlePages {
    /** The longest text that can be pasted, in UTF-16 units; longer ones are added on the command line. */
    static final int MAX_TEXT = 100_000;

    /** The longest title. */
    static final int MAX_TITLE = 500;

    /** The longest address. */
    static final int MAX_ADDRESS = 2_000;

    private final Library library;
    private final DeskTools tools;
    private final Pages pages;

    ArticlePages(Library library, DeskTools tools, Pages pages) {
        this.library = library;
        this.tools = tools;
        this.pages = pages;
    }

    void register(Routes routes) {
        routes.view("/articles", Role.ADMINISTRATOR, this::show);
        routes.change("/articles", Role.ADMINISTRATOR, this::add);
        routes.change("/articles/{number}/remove", Role.ADMINISTRATOR, this::remove);
    }

    private void show(Context context, Moderator moderator) {
        pages.send(context, "articles", "Articles", moderator, Map.of("lines", library.list(), "most", MAX_TEXT));
    }

    private Deed add(Context context, Moderator moderator) {
        Long corrects = number(field(context, "corrects", 19));
        String address = field(context, "address", MAX_ADDRESS);
        Article article = read(field(context, "title", MAX_TITLE), address, field(context, "text", MAX_TEXT));
        String before = corrects == null ? null : words(found(corrects).current());
        List<String> places = address.isEmpty() ? List.of() : List.of(address);
        Added added =
                library.add(List.of(new Arrival(article, places, corrects))).getFirst();
        context.redirect("/articles", HttpStatus.SEE_OTHER);
        return new Deed(
                "added an article: " + added.outcome().label(), "article " + added.number(), before, words(article));
    }

    private Article read(String title, String address, String text) {
        try {
            if (!text.isEmpty()) {
                return tools.reader().fromText("desk", title.isEmpty() ? null : title, text);
            }
            if (!address.isEmpty()) {
                return tools.reader().read(tools.fetcher().apply(address));
            }
        } catch (ArticleException e) {
            throw Refusal.bad(String.valueOf(e.getMessage()));
        }
        throw Refusal.bad("Paste the text of the article, or give its address.");
    }

    private Deed remove(Context context, Moderator moderator) {
        Long number = number(context.pathParam("number"));
        if (number == null) {
            throw Refusal.notFound("article");
        }
        String before = words(found(number).current());
        library.remove(number);
        context.redirect("/articles", HttpStatus.SEE_OTHER);
        return new Deed("removed an article", "article " + number, before, null);
    }

    private LibraryEntry found(long number) {
        return library.find(number).orElseThrow(() -> Refusal.notFound("article"));
    }

    /** Which text it was; the text itself may have been removed because nobody may keep it. */
    private static String words(Article article) {
        return article.title() + ", " + article.sentences().size() + " sentences, " + article.id();
    }

    private static String field(Context context, String name, int most) {
        String value = Optional.ofNullable(context.formParam(name)).orElse("").strip();
        if (value.length() > most) {
            throw Refusal.bad(
                    "The field " + name + " has " + value.length() + " characters, the most is " + most + ".");
        }
        return value;
    }

    private static @Nullable Long number(String value) {
        if (value.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw Refusal.bad("An article goes by a number.");
        }
    }
}
