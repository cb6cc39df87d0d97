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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ask}: one question, one cited answer. */
@Command(name = "ask", description = "Ask one question; every sentence of the answer cites its source.")
final class AskCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;

    @Mixin
    private AskedArticles articles = new AskedArticles();

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    @Option(names = "--explain", description = "Show how the sentences were ranked and what the gate found.")
    private boolean explain;

    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question, in the article's language.")
    private List<String> words = List.of();

    AskCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Question question = Question.of(String.join(" ", words), Instant.now());
        boolean library = articles.areLibrary();
        List<Article> asked = articles.read(application);
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
