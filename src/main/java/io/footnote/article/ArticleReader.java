package io.footnote.article;

import io.footnote.language.SentenceSplitter;
import io.footnote.language.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain text and Markdown into articles. Immutable and safe for any number of threads.
 *
 * <p><b>Text.</b> The decoded file less its byte-order mark, otherwise unchanged: UTF-8, or UTF-16 with a mark, or else
 * windows-1252. Files named {@code .md} or {@code .markdown} are Markdown: code, tables, link targets and front matter
 * yield no sentences, and no sentence begins with the marker of a heading, an item or a quotation.
 *
 * <p><b>Headline.</b> The first heading of a Markdown text. Otherwise the first paragraph that is no date line, when it is
 * one line of at most 30 words with no punctuation at its end and more text follows. Without one the title is the
 * file's name.
 *
 * <p><b>What may be cited.</b> Everything but
 *
 * <ul>
 *   <li>the headline, headings of Markdown, and a sentence with the same words as a given title;
 *   <li>lines that are only a date or only say who made a picture;
 *   <li>lines without a letter or a digit;
 *   <li>lines like a heading or a caption: a line of at most 14 words begins with it, nothing punctuates its end, it is
 *       no item of a list, and it has no finite verb that can be told without a dictionary (an auxiliary, a common
 *       verb, a pronoun as subject, or a past tense with an object). A text none of whose sentences has punctuation at
 *       its end has no such lines.
 * </ul>
 *
 * <p><b>Language.</b> {@code en} unless more than half of the letters are in another script than the Latin one; then the
 * most common language of that script, such as {@code ru} for Cyrillic.
 */
public final class ArticleReader {
    /** The longest text of an article in UTF-16 code units: some 300,000 words. */
    public static final int MAX_LENGTH = 2_000_000;

    /** Three bytes are the most that UTF-8 needs for one code unit; the byte-order mark has three. */
    private static final int MAX_BYTES = 3 * MAX_LENGTH + 3;

    private final SentenceSplitter splitter;

    /** @param splitter finds the sentences */
    public ArticleReader(SentenceSplitter splitter) {
        this.splitter = splitter;
    }

    /**
     * Reads a file; its path as given is the article's source.
     *
     * @throws ArticleException when it is missing, a folder, unreadable, empty, binary, longer than {@link #MAX_LENGTH},
     *     or without a sentence
     */
    public Article read(Path file) {
        String source = file.toString();
        String text = TextDecoder.decode(source, bytesOf(source, file));
        String name = String.valueOf(file.getFileName());
        String lowerCase = name.toLowerCase(Locale.ROOT);
        boolean markdown = lowerCase.endsWith(".md") || lowerCase.endsWith(".markdown");
        return article(source, null, text, name, markdown ? Markdown.of(text) : new Markdown(text, List.of()));
    }

    /**
     * Makes an article of a plain text that is already decoded.
     *
     * @param source the file, address or name it came from, not blank
     * @param title the headline, or null to take it from the text, and the source where the text has none
     * @param text the text that offsets count in
     * @throws ArticleException when the text is empty, longer than {@link #MAX_LENGTH}, or without a sentence
     */
    public Article fromText(String source, @Nullable String title, String text) {
        return article(source, title, text, source, new Markdown(text, List.of()));
    }

    private Article article(String source, @Nullable String title, String text, String name, Markdown markdown) {
        requireSentences(source, text);
        List<Span> spans = splitter.split(markdown.prose());
        if (spans.stream().noneMatch(span -> span.of(text).codePoints().anyMatch(Character::isLetter))) {
            throw new ArticleException(source + " has no sentence to ask about; give a text with words in it");
        }
        Furniture furniture = new Furniture(text, markdown.prose(), spans, markdown.headings());
        boolean titled = title != null && !title.isBlank();
        int headline = titled ? -1 : furniture.headline();
        List<Sentence> sentences = new ArrayList<>(spans.size());
        for (int index = 0; index < spans.size(); index++) {
            Span span = spans.get(index);
            boolean isTitle = index == headline || (title != null && titled && furniture.repeats(index, title));
            boolean citable = !isTitle && !furniture.isFurniture(index);
            sentences.add(new Sentence(index + 1, span.start(), span.end(), citable));
        }
        String heading = headline < 0 ? name : spans.get(headline).of(markdown.prose());
        String shown = title != null && titled ? title : heading;
        String language = Script.languageOf(text);
        return new Article(Article.idOf(text), oneLine(shown), source, null, language, text, sentences);
    }

    private static String oneLine(String title) {
        return title.strip().replaceAll("\\s+", " ");
    }

    private static void requireSentences(String source, String text) {
        if (text.isBlank()) {
            throw new ArticleException(source + " is empty; give a text with sentences in it");
        }
        if (text.length() > MAX_LENGTH) {
            throw tooLong(source);
        }
    }

    private static ArticleException tooLong(String source) {
        return new ArticleException(String.format(
                Locale.ROOT,
                "%s is longer than the %,d characters an article may have; give a part of it",
                source,
                MAX_LENGTH));
    }

    private static byte[] bytesOf(String source, Path file) {
        if (!Files.exists(file)) {
            throw new ArticleException("there is no file " + source + "; check the path");
        }
        if (Files.isDirectory(file)) {
            throw new ArticleException(source + " is a folder; name one text file in it");
        }
        if (!Files.isRegularFile(file)) {
            throw new ArticleException(source + " is not an ordinary file; save the text to a file and give that");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            if (Files.size(file) > MAX_BYTES) {
                throw tooLong(source);
            }
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw tooLong(source);
            }
            return bytes;
        } catch (AccessDeniedException e) {
            throw new ArticleException(source + " may not be read; ask its owner for the right to read it", e);
        } catch (IOException e) {
            throw new ArticleException(source + " cannot be read (" + e.getMessage() + "); try a copy of it", e);
        }
    }
}
