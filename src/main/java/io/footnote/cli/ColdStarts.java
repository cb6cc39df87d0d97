package io.footnote.cli;

import io.footnote.evaluation.Alternative;
import io.footnote.evaluation.Timing;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;

/**
 * Times processes that are started for one question and end, from start to end, one after the other. The processes run
 * this program with the same options of the Java machine as this one.
 */
final class ColdStarts {
    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;
    private final Path article;

    /**
     * @param folder the data folder of the processes
     * @param article what is asked about
     */
    ColdStarts(Path folder, Path article) {
        this.folder = folder;
        this.article = article;
    }

    private record Task(String name, String key, List<String> arguments, boolean takesQuestion) {}

    /**
     * Starts every task, each in turn, and first once without timing, so that indexes and unpacked libraries are there.
     *
     * @param starts how often each is timed, at least 1
     * @return the encoding first
     */
    List<Timing> run(List<String> questions, int starts) throws IOException, InterruptedException {
        Map<Task, List<Duration>> durations = new LinkedHashMap<>();
        tasks().forEach(task -> durations.put(task, new ArrayList<>()));
        try (ProgressBar bar = ProgressBars.bar("starting", (1L + starts) * durations.size())) {
            for (int start = -1; start < starts; start++) {
                String question = questions.get(Math.max(0, start) % questions.size());
                for (Map.Entry<Task, List<Duration>> task : durations.entrySet()) {
                    Duration took = time(task.getKey(), question);
                    if (start >= 0) {
                        task.getValue().add(took);
                    }
                    if (bar != null) {
                        bar.step();
                    }
                }
            }
        }
        List<Timing> timings = new ArrayList<>();
        durations.forEach((task, took) -> timings.add(Timing.of(task.name(), task.key(), took)));
        return timings;
    }

    private List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (Alternative alternative : Alternative.values()) {
            tasks.add(new Task(
                    alternative.label(),
                    alternative.name().toLowerCase(Locale.ROOT),
                    List.of("bench", "once", alternative.name(), article.toString(), folder.toString()),
                    true));
        }
        tasks.add(new Task(
                "Footnote's answer, in the log",
                "answer_in_log",
                List.of("ask", "--json", "--article", article.toString()),
                true));
        tasks.add(new Task("starting the program alone", "start", List.of("--version"), false));
        return tasks;
    }

    private Duration time(Task task, String question) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.footnote.Main"));
        command.addAll(task.arguments());
        if (task.takesQuestion()) {
            command.add(question);
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(article.toFile()))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().put("FOOTNOTE_DATA_DIR", folder.toString());
        builder.environment().put("FOOTNOTE_MODEL_PROVIDER", "none");
        long started = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new CommandException(task.name() + " took more than " + PATIENCE_SECONDS
                    + " seconds from a fresh start: try again when the machine is less busy.");
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        if (process.exitValue() != 0) {
            throw new CommandException(task.name() + " failed in a fresh process: run ./footnote doctor.");
        }
        return took;
    }
}
