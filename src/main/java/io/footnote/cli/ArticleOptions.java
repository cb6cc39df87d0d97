package io.footnote.cli;

import io.footnote.Application;
import io.footnote.article.Article;
import io.footnote.storage.LibraryEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which articles a command is about. */
final class ArticleOptions {
    private static final Pattern ADDRESS = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+://.*");

    /** Not the hidden files that file managers leave beside articles, such as {@code ._story.txt}. */
    private static final Pattern READABLE =
            Pattern.compile("[^.].*\\.(txt|md|markdown|text|html|htm|xhtml|pdf)(\\.gz)?", Pattern.CASE_INSENSITIVE);

    @Option(
            names = "--article",
            paramLabel = "FILE-OR-URL",
            description =
                    "An article: a file, a folder of them or a web address; or one of the library by its number, id,"
                            + " address or title. May be given several times. Without it, the configured article.")
    private List<String> sources = List.of();

    /** Whether any was given on the command line. */
    boolean named() {
        return !sources.isEmpty();
    }

    /** The files given on the command line, with those of folders. */
    List<Path> files() {
        return files(sources);
    }

    /** The files of that name, and those in folders of that name. */
    static List<Path> files(List<String> sources) {
        return sources.stream()
                .filter(source -> !isAddress(source))
                .map(ArticleOptions::place)
                .flatMap(place -> files(place).stream())
                .toList();
    }

    /** Whether a file may be an article, by its name. */
    static boolean isReadable(Path file) {
        return READABLE.matcher(file.getFileName().toString()).matches();
    }

    /** Whether something is a web address and no file. */
    static boolean isAddress(String source) {
        return ADDRESS.matcher(source).matches();
    }

    /** Reads them, each once. At least one. */
    List<Article> read(Application application) {
        Map<String, Article> articles = new LinkedHashMap<>();
        for (Article article : named() ? given(application) : configured(application)) {
            articles.putIfAbsent(article.id(), article);
        }
        return List.copyOf(articles.values());
    }

    private static List<Article> configured(Application application) {
        return files(application.settings().articlePath()).stream()
                .map(application.reader()::read)
                .toList();
    }

    /** What is no file may be an article of the library. */
    private List<Article> given(Application application) {
        List<Article> articles = new ArrayList<>();
        for (String source : sources) {
            Optional<Article> stored = isFile(source)
                    ? Optional.empty()
                    : new ArticleChoice(application.library()).find(source).map(LibraryEntry::current);
            if (stored.isPresent()) {
                articles.add(stored.get());
            } else if (isAddress(source)) {
                articles.add(application.reader().read(application.fetcher().article(source)));
            } else {
                files(place(source))
                        .forEach(file -> articles.add(application.reader().read(file)));
            }
        }
        return articles;
    }

    private static boolean isFile(String source) {
        try {
            return source.isBlank() || Files.exists(Path.of(source));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Every article of the library. At least one. */
    static List<Article> library(Application application) {
        List<Article> articles = application.library().current();
        if (articles.isEmpty()) {
            throw new CommandException("The library is empty: footnote article add FILE puts an article there.");
        }
        return articles;
    }

    private static Path place(String source) {
        if (source.isBlank()) {
            throw new CommandException("--article is empty: name a file or a folder.");
        }
        try {
            return Path.of(source);
        } catch (InvalidPathException e) {
            throw new CommandException("\"" + source + "\" is no file name: " + e.getReason() + ".", e);
        }
    }

    private static List<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> entries = Files.list(place)) {
            List<Path> files = entries.filter(Files::isRegularFile)
                    .filter(ArticleOptions::isReadable)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new CommandException("There is no article in " + place
                        + ": put a .txt, .md, .html or .pdf file there, or name one.");
            }
            return files;
        } catch (IOException e) {
            throw new CommandException("The folder " + place + " cannot be read: check that you may.", e);
        }
    }
}
