package io.footnote.cli;

import io.footnote.Application;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Grounded;
import io.footnote.answer.Question;
import io.footnote.answer.QuestionException;
import io.footnote.answer.Source;
import io.footnote.answer.Turn;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chat}: a conversation in the terminal. */
@Command(name = "chat", description = "Ask one question after another; follow-ups are understood.")
final class ChatCommand implements Callable<Integer> {
    private static final String HELP = "/source N shows source N with its neighbours, /new starts over, /quit ends.";

    private final Application application;
    private final Terminal terminal;
    private final List<Turn> conversation = new ArrayList<>();
    private @Nullable Grounded last;

    @Mixin
    private AskedArticles options = new AskedArticles();

    ChatCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<Article> articles = options.read(application);
        Asking asking = new Asking(application);
        asking.open();
        terminal.note("asking about " + about(articles) + ". " + HELP);
        if (System.console() == null) {
            // Nobody types: no prompt, no history, only results on standard output.
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            converse(() -> Optional.ofNullable(lines.readLine()).map(String::strip), asking, articles);
            return 0;
        }
        try (org.jline.terminal.Terminal console =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            LineReader reader = reader(console, application.settings().dataDir().resolve("chat-history"));
            converse(() -> read(reader), asking, articles);
        }
        return 0;
    }

    private String about(List<Article> articles) {
        return options.areLibrary()
                ? "all " + articles.size() + " articles of the library"
                : articles.stream().map(Article::title).collect(Collectors.joining("; "));
    }

    private interface Lines {
        /** The next line, or nothing at the end. */
        Optional<String> next() throws IOException;
    }

    private void converse(Lines lines, Asking asking, List<Article> articles) throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().equals("/quit")) {
                return;
            }
            respond(line.get(), asking, articles);
        }
    }

    /** Takes what is typed as it stands: a shell's meanings of "!" and of the backslash would alter questions. */
    static LineReader reader(org.jline.terminal.Terminal console, Path history) {
        return LineReaderBuilder.builder()
                .terminal(console)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.HISTORY_FILE, history)
                .build();
    }

    static Optional<String> read(LineReader reader) {
        try {
            return Optional.of(reader.readLine("? ").strip());
        } catch (UserInterruptException e) {
            // Ctrl-C drops what was being typed, and ends the conversation where nothing was.
            return e.getPartialLine().isBlank() ? Optional.empty() : Optional.of("");
        } catch (EndOfFileException e) {
            return Optional.empty();
        }
    }

    private void respond(String line, Asking asking, List<Article> articles) {
        if (line.isEmpty()) {
            return;
        }
        if (line.equals("/new")) {
            conversation.clear();
            last = null;
            terminal.note("what was said before is forgotten.");
        } else if (line.equals("/source") || line.startsWith("/source ")) {
            showSource(line.substring("/source".length()).strip(), articles);
        } else if (line.startsWith("/")) {
            terminal.note(HELP);
        } else {
            ask(line, asking, articles);
        }
    }

    private void ask(String text, Asking asking, List<Article> articles) {
        try {
            Question question = new Question(text, conversation, Instant.now());
            AnswerText shown = new AnswerText(terminal);
            AnswerTrace trace = options.areLibrary()
                    ? asking.askStored(question, articles, shown::printNew)
                    : asking.ask(question, articles, shown::printNew);
            if (trace.understoodAs() != null) {
                terminal.note("understood as: " + trace.understoodAs());
            }
            shown.print(trace.answer());
            terminal.out().println();
            QuestionAdvice.on(question, trace, articles).ifPresent(terminal::note);
            last = trace.answer() instanceof Grounded grounded ? grounded : null;
            if (conversation.size() == Question.MAX_TURNS) {
                conversation.removeFirst();
            }
            conversation.add(Turn.of(trace, AnswerText.marked(trace.answer())));
        } catch (QuestionException e) {
            terminal.note(FootnoteCommand.messageOf(e));
        }
    }

    private void showSource(String number, List<Article> articles) {
        if (last == null) {
            terminal.note("there is no answer with sources yet.");
            return;
        }
        Optional<Source> chosen = last.sources().stream()
                .filter(source -> Integer.toString(source.n()).equals(number))
                .findFirst();
        if (chosen.isEmpty()) {
            terminal.note("the last answer has sources 1 to " + last.sources().size() + ", not \"" + number + "\".");
            return;
        }
        Source source = chosen.get();
        articles.stream()
                .filter(article -> article.id().equals(source.articleId()))
                .forEach(article -> {
                    terminal.out().println(source.title());
                    for (int n = source.sentence() - 1; n <= source.sentence() + 1; n++) {
                        if (article.has(n)) {
                            Sentence sentence = article.sentence(n);
                            terminal.out()
                                    .printf(
                                            "%s %3d %s%n",
                                            n == source.sentence() ? ">" : " ",
                                            n,
                                            AnswerText.oneLine(article.textOf(sentence)));
                        }
                    }
                });
        terminal.out().println();
    }
}
