package io.footnote.cli;

import io.footnote.evaluation.DataSet;
import io.footnote.evaluation.EvaluationListener;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Draws a progress bar for each data set on standard error, where a person sits there. */
final class ProgressBars implements EvaluationListener {
    private final String task;
    private @Nullable ProgressBar bar;

    /** @param task stands before the data set's name, to say what is done with it */
    ProgressBars(String task) {
        this.task = task;
    }

    @Override
    public void started(DataSet dataSet) {
        if (System.console() != null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task + dataSet.name())
                    .setInitialMax(dataSet.size())
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        }
    }

    @Override
    public void advanced() {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void finished() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
