package io.footnote.cli;

import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.quiz.AnkiExport;
import io.footnote.quiz.GiftExport;
import io.footnote.quiz.HtmlSheet;
import io.footnote.quiz.Quiz;
import io.footnote.quiz.QuizItem;
import io.footnote.quiz.QuizMaker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quiz}: questions about an article, asked in the terminal or printed as JSON. */
@Command(name = "quiz", description = "Quiz yourself on an article; every answer rests on one of its sentences.")
final class QuizCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;

    @Mixin
    private ArticleOptions options = new ArticleOptions();

    @Option(names = "--count", paramLabel = "N", description = "How many questions, 1 to 50; 10 by default.")
    private int count = 10;

    @Option(names = "--seed", paramLabel = "S", description = "What chance goes by: the same seed, the same questions.")
    private long seed = 1;

    @Option(names = "--anki", paramLabel = "FILE", description = "Write a text file that Anki imports.")
    private @Nullable Path anki;

    @Option(names = "--gift", paramLabel = "FILE", description = "Write a GIFT file, which Moodle imports.")
    private @Nullable Path gift;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a sheet to print, with a key.")
    private @Nullable Path html;

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    QuizCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (count < 1 || count > QuizMaker.MAX_COUNT) {
            throw new CommandException("--count must be 1 to " + QuizMaker.MAX_COUNT + ", not " + count + ".");
        }
        List<Article> articles = options.read(application);
        Quiz quiz = quiz(articles);
        if (json) {
            terminal.out().println(QuizJson.line(quiz, articles));
        }
        if (quiz.fallback() != null) {
            terminal.note(quiz.fallback() + "; these questions were made without it.");
        }
        if (!quiz.note().isEmpty()) {
            terminal.note(quiz.note());
        }
        boolean exported = export(quiz.items(), articles);
        if (!json && !exported) {
            ask(quiz.items());
        }
        return 0;
    }

    /** Writes the files asked for; whether there were any. */
    private boolean export(List<QuizItem> items, List<Article> articles) {
        Map<String, Article> byId = new HashMap<>();
        articles.forEach(article -> byId.put(article.id(), article));
        Function<String, Article> article = id -> Objects.requireNonNull(byId.get(id));
        write(anki, () -> AnkiExport.of(items, article));
        write(gift, () -> GiftExport.of(items, article));
        write(html, () -> HtmlSheet.of(items, article));
        return anki != null || gift != null || html != null;
    }

    private static void write(@Nullable Path file, Supplier<String> text) {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, text.get());
        } catch (IOException e) {
            throw new CommandException(
                    file + " cannot be written: name a file in a folder that is there and writable.");
        }
    }

    /** The articles take turns. */
    private Quiz quiz(List<Article> articles) {
        ModeratedItems maker = new ModeratedItems(application);
        List<Quiz> all = articles.stream()
                .map(article -> maker.make(article, count, seed))
                .toList();
        List<QuizItem> items = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            for (Quiz ofOne : all) {
                if (round < ofOne.items().size() && items.size() < count) {
                    items.add(ofOne.items().get(round));
                }
            }
        }
        return new Quiz(items, count, first(all, Quiz::fallback), first(all, Quiz::otherLanguage));
    }

    private static @Nullable String first(List<Quiz> quizzes, Function<Quiz, @Nullable String> part) {
        return quizzes.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private void ask(List<QuizItem> items) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int right = 0;
        int asked = 0;
        List<QuizItem> missed = new ArrayList<>();
        for (QuizItem item : items) {
            show(item, asked + 1, items.size());
            String line = lines.readLine();
            if (line == null || line.strip().equals("/quit")) {
                break;
            }
            asked++;
            if (line.strip().equalsIgnoreCase(letter(item.correct()))
                    || line.strip().equalsIgnoreCase(item.key())) {
                right++;
                terminal.out().println("Right. " + item.explanation());
            } else {
                missed.add(item);
                terminal.out().println("No: " + letter(item.correct()) + ", " + item.key() + ". " + item.explanation());
            }
            terminal.out().println();
            terminal.out().flush();
        }
        terminal.out().printf("%d of %d right.%n", right, asked);
        missed.forEach(item -> terminal.out().println("  missed: " + item.question() + " " + item.key()));
        terminal.out().flush();
    }

    private void show(QuizItem item, int number, int of) {
        terminal.out().printf("%d/%d  %s%n", number, of, item.question());
        for (int index = 0; index < item.options().size(); index++) {
            terminal.out().printf("   %s  %s%n", letter(index), item.options().get(index));
        }
        terminal.out().flush();
    }

    private static String letter(int index) {
        return Character.toString((char) ('a' + index));
    }
}
