package io.footnote.storage;

import static io.footnote.storage.Traces.NOON;
import static io.footnote.storage.Traces.grounded;

import java.nio.file.Path;

/** A program that records answers and prints a line with its id once it is recorded. */
final class RecordingProcess {
    static final String MARK = "recorded ";

    private RecordingProcess() {}

    /**
     * Records, and ends.
     *
     * @param arguments the folder, what the ids start with, and how many answers
     */
    public static void main(String[] arguments) {
        try (Database database = Database.inFolder(Path.of(arguments[0]))) {
            AnswerRecords answers = new AnswerRecords(database);
            for (int n = 0; n < Integer.parseInt(arguments[2]); n++) {
                String id = arguments[1] + n;
                answers.record(grounded(id, NOON));
                System.out.println(MARK + id);
            }
        }
    }
}
