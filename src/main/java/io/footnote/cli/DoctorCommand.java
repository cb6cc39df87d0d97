package io.footnote.cli;

import io.footnote.Application;
import io.footnote.Secret;
import io.footnote.Settings;
import io.footnote.SettingsException;
import io.footnote.article.Article;
import io.footnote.model.ModelProbe;
import io.footnote.storage.PersonalData;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code doctor}: whether everything the program needs is there. */
@Command(name = "doctor", description = "Check the configuration and everything it names.")
final class DoctorCommand implements Callable<Integer> {
    private static final long MEGABYTE = 1L << 20;
    private static final long LITTLE_ROOM = 200 * MEGABYTE;

    private final Application application;
    private final Terminal terminal;
    private boolean ill;

    DoctorCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    private interface Check {
        /** What was found, when all is well. */
        String find() throws IOException;
    }

    @Override
    public Integer call() {
        check("java", () -> "release " + Runtime.version().feature());
        check("configuration", () -> {
            application.settings();
            return "every key is understood";
        });
        if (!ill) {
            Settings settings = application.settings();
            check("disk", () -> room(settings.dataDir()));
            check("storage", () -> application.records().stats().answers() + " answers in the log");
            check("encoder", () -> application.encoder().encodeQuestion("Does it work?").length + " dimensions");
            check("languages", () -> languages());
            check("index", () -> {
                application.index();
                return "in " + settings.dataDir().resolve("index");
            });
            check("article", () -> articles());
            check("privacy", () -> privacy(settings));
            check(
                    "model",
                    () -> application
                            .checkModel()
                            .map(ModelProbe::words)
                            .orElse("none configured, the embedded answerer answers"));
            check(
                    "telegram",
                    () -> application
                            .checkTelegram()
                            .map(name -> "the token is that of @" + name)
                            .orElse("no token configured, which the terminal does not need"));
        }
        return ill ? 1 : 0;
    }

    private String languages() {
        String english = "English by words and meaning, with what was learned from questions in it; ";
        return english
                + (application.encoders().understand("ru")
                        ? "others by words and meaning, with what was learned from English; German, Spanish, French and"
                                + " Russian words by their stems"
                        : "German, Spanish, French and Russian by their words (stems) and what was learned from"
                                + " English, others by their words as written; encoder.multilingual-path names an"
                                + " encoder for their meaning");
    }

    private static String privacy(Settings settings) {
        Secret key = settings.privacy().key();
        if (key == null) {
            return "warning: privacy.key is not set, so the key for readers' data lies beside the data;"
                    + " set FOOTNOTE_PRIVACY_KEY before the bot serves readers";
        }
        return key.value().length() < PersonalData.SHORTEST_KEY
                ? "warning: privacy.key has fewer than " + PersonalData.SHORTEST_KEY
                        + " characters and could be guessed: take a longer one before the bot serves readers"
                : "readers' data is encrypted with the key that is set";
    }

    private String articles() {
        List<Article> articles = new ArticleOptions().read(application);
        int sentences = articles.stream()
                .mapToInt(article -> article.sentences().size())
                .sum();
        return articles.size() + (articles.size() == 1 ? " article, " : " articles, ") + sentences + " sentences";
    }

    private static String room(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
            throw new CommandException("You may not write in " + folder + ": change its owner, or set data-dir.");
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < LITTLE_ROOM) {
            throw new CommandException("Only " + free / MEGABYTE + " MB are free for " + folder
                    + ": make room, or set data-dir to another disk.");
        }
        return free / MEGABYTE + " MB free for " + folder;
    }

    private void check(String name, Check check) {
        try {
            terminal.out().printf("ok    %-14s %s%n", name, check.find());
        } catch (FileAlreadyExistsException e) {
            fails(name, "A file stands where the folder " + e.getFile() + " should be: move it, or set data-dir.");
        } catch (IOException e) {
            fails(name, "It cannot be reached (" + e.getMessage() + "): check its path and who may write there.");
        } catch (SettingsException e) {
            e.problems().forEach(problem -> fails(name, problem));
        } catch (RuntimeException e) {
            fails(name, FootnoteCommand.messageOf(e));
        }
    }

    private void fails(String name, String why) {
        ill = true;
        terminal.out().printf("FAILS %-14s %s%n", name, why);
    }
}
