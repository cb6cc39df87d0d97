package io.footnote;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Answerer;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import io.footnote.evaluation.DataSet;
import io.footnote.evaluation.DataSetReader;
import io.footnote.evaluation.Evaluation;
import io.footnote.evaluation.EvaluationListener;
import io.footnote.evaluation.Outcomes;
import io.footnote.evaluation.SystemUnderTest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole program as it ships, without a chat model, asked the questions of a data set. Not for several threads. */
final class MeasuredApplication implements AutoCloseable {
    private final Application application;
    private @Nullable Answerer answerer;

    /** @param data an empty folder for its index */
    MeasuredApplication(Path data) {
        application = new Application(
                Path.of("").toAbsolutePath(), Map.of("FOOTNOTE_DATA_DIR", data.toString()), notice -> {});
    }

    Article read(Path article) {
        return application.reader().read(article);
    }

    Article fromText(String title, String text) {
        return application.reader().fromText("test", title, text);
    }

    /** One question, with nothing kept of it. */
    AnswerTrace ask(Question question, Article about) {
        if (answerer == null) {
            answerer = application.unrecordedAnswerer();
        }
        return answerer.answer(question, List.of(about));
    }

    /** @param about the article that bare questions are about, or null where the data set brings its own */
    Outcomes.OfQuestions ask(Path questions, @Nullable Article about) {
        DataSet dataSet = new DataSetReader(application.reader()::fromText, about).read(questions);
        Answerer answerer = application.unrecordedAnswerer();
        SystemUnderTest system =
                new SystemUnderTest(answerer::answer, application.gate()::judge, application.splitter()::split);
        return (Outcomes.OfQuestions) new Evaluation(system, InstantSource.system())
                .run(List.of(dataSet), false, new EvaluationListener() {})
                .dataSets()
                .getFirst();
    }

    @Override
    public void close() {
        application.close();
    }
}
