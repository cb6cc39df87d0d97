package io.footnote.cli;

import io.footnote.Application;
import io.footnote.answer.AnswerListener;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ask}: one question, one cited answer. */
@Command(name = "ask", description = "Ask one question; every sentence of the answer cites its source.")
final class AskCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;

    @Mixin
    private ArticleOptions articles = new ArticleOptions();

    @Option(names = "--library", description = "Ask all articles of the library at once.")
    private boolean library;

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    @Option(names = "--explain", description = "Show how the sentences were ranked and what the gate found.")
    private boolean explain;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question, in the article's language.")
    private List<String> words = List.of();

    AskCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Question question = Question.of(String.join(" ", words), Instant.now());
        if (library && articles.named()) {
            throw new ParameterException(
                    spec.commandLine(), "--library asks all articles and --article some: give one of them");
        }
        List<Article> asked = library ? ArticleOptions.library(application) : articles.read(application);
        AnswerText text = new AnswerText(terminal);
        AnswerListener listener = json ? null : text::printNew;
        Asking asking = new Asking(application);
        AnswerTrace trace =
                library ? asking.askStored(question, asked, listener) : asking.ask(question, asked, listener);
        QuestionAdvice.on(question, trace, asked).ifPresent(terminal::note);
        if (json) {
            terminal.out().println(AnswerJson.line(trace));
        } else {
            text.print(trace.answer());
            if (explain) {
                new ExplanationText(terminal).print(trace, asked);
            }
        }
        return 0;
    }
}
