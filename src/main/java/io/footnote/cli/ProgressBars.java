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
        bar = bar(task + dataSet.name(), dataSet.size());
    }

    /** A bar on standard error, or null where no person sits there. */
    static @Nullable ProgressBar bar(String task, long steps) {
        return System.console() == null
                ? null
                : new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(steps)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .build();
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
