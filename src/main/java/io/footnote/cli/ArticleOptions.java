package io.footnote.cli;

import io.footnote.Application;
import io.footnote.article.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            description = "An article to ask about, a file or a web address, or a folder of them; may be given several times."
                    + " Without it, the configured article.")
    private List<String> sources = List.of();

    /** Whether any was given on the command line. */
    boolean named() {
        return !sources.isEmpty();
    }

    /** The files given on the command line, with those of folders. */
    List<Path> files() {
        return sources.stream()
                .filter(source -> !ADDRESS.matcher(source).matches())
                .map(ArticleOptions::place)
                .flatMap(place -> files(place).stream())
                .toList();
    }

    private List<String> addresses() {
        return sources.stream()
                .filter(source -> ADDRESS.matcher(source).matches())
                .toList();
    }

    /** Reads them, each once. At least one. */
    List<Article> read(Application application) {
        List<Path> files = named() ? files() : files(application.settings().articlePath());
        Map<String, Article> articles = new LinkedHashMap<>();
        for (String address : addresses()) {
            Article article = application.reader().read(application.fetcher().article(address));
            articles.putIfAbsent(article.id(), article);
        }
        for (Path file : files) {
            Article article = application.reader().read(file);
            articles.putIfAbsent(article.id(), article);
        }
        return List.copyOf(articles.values());
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
                    .filter(file ->
                            READABLE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new CommandException(
                        "There is no article in " + place + ": put a .txt, .md, .html or .pdf file there, or name one.");
            }
            return files;
        } catch (IOException e) {
            throw new CommandException("The folder " + place + " cannot be read: check that you may.", e);
        }
    }
}
