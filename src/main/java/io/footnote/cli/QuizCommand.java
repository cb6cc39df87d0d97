package io.footnote.cli;

import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.quiz.Quiz;
import io.footnote.quiz.QuizItem;
import io.footnote.quiz.QuizMaker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
            terminal.out().println(QuizJson.line(quiz.items(), articles, quiz.note()));
        }
        if (!quiz.note().isEmpty()) {
            terminal.note(quiz.note());
        }
        if (!json) {
            ask(quiz.items());
        }
        return 0;
    }

    /** The articles take turns. */
    private Quiz quiz(List<Article> articles) {
        QuizMaker maker = application.quizMaker();
        List<List<QuizItem>> all = articles.stream()
                .map(article -> maker.make(article, count, seed).items())
                .toList();
        List<QuizItem> items = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            for (List<QuizItem> ofOne : all) {
                if (round < ofOne.size() && items.size() < count) {
                    items.add(ofOne.get(round));
                }
            }
        }
        return new Quiz(items, count);
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
