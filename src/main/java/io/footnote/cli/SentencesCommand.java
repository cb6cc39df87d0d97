package io.footnote.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sentences}: how an article is split. */
@Command(name = "sentences", description = "Show how an article is split into sentences.")
final class SentencesCommand implements Callable<Integer> {
    private final Application application;
    private final Terminal terminal;

    @Option(names = "--json", description = "Print one JSON array on one line.")
    private boolean json;

    @Parameters(paramLabel = "FILE", description = "The article.")
    private Path file = Path.of("");

    SentencesCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Article article = application.reader().read(file);
        if (json) {
            terminal.out().println(json(article));
        } else {
            for (Sentence sentence : article.sentences()) {
                terminal.out()
                        .printf(
                                "%4d%s %s%n",
                                sentence.number(),
                                sentence.citable() ? " " : "-",
                                AnswerText.oneLine(article.textOf(sentence)));
            }
            if (!article.sentences().stream().allMatch(Sentence::citable)) {
                terminal.note("a dash marks what no answer cites, such as headlines.");
            }
        }
        return 0;
    }

    private static String json(Article article) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Sentence sentence : article.sentences()) {
            array.addObject()
                    .put("n", sentence.number())
                    .put("start", sentence.start())
                    .put("end", sentence.end())
                    .put("text", article.textOf(sentence))
                    .put("citable", sentence.citable());
        }
        return array.toString();
    }
}
