package io.footnote.article;

import io.footnote.language.SentenceSplitter;
import io.footnote.language.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents into articles: plain text, Markdown, web pages, PDF, each also gzipped. Safe for any number of threads.
 *
 * <p><b>Pages.</b> The article is told from what surrounds it as {@link WebPage} does; its title, address and publication
 * come from the page's own data.
 *
 * <p><b>Text.</b> The decoded file less its byte-order mark, otherwise unchanged: UTF-8, or UTF-16 with a mark, or else
 * windows-1252. Files named {@code .md} or {@code .markdown} are Markdown: code, tables, link targets and front matter
 * yield no sentences, and no sentence begins with the marker of a heading, an item or a quotation.
 *
 * <p><b>Headline.</b> The first heading of a Markdown text. Otherwise the first paragraph that is no date line, when it is
 * one line of at most 30 words with no punctuation at its end, or with a question mark and an empty line after it, and
 * more text follows. Without one the title is the
 * file's name.
 *
 * <p><b>What may be cited.</b> Everything but
 *
 * <ul>
 *   <li>the headline, and a sentence with the same words as a given title;
 *   <li>headings and captions of pages and Markdown, but for those that say something: five words or more with a full
 *       stop at the end and a finite verb or past tense among them;
 *   <li>lines that are only a date or only say who made a picture;
 *   <li>lines without a letter or a digit;
 *   <li>lines like a heading or a caption: a line of at most 14 words begins with it, nothing punctuates its end, it is
 *       no item of a list, and it has no finite verb that can be told without a dictionary (an auxiliary, a common
 *       verb, a pronoun as subject, or a past tense with an object). A text none of whose sentences has punctuation at
 *       its end has no such lines.
 * </ul>
 *
 * <p><b>Language.</b> Told from the text by OpenNLP's model, in scripts with one common language by the script; what a
 * document claims counts where the text is short or the model is in doubt.
 */
public final class ArticleReader {
    /** The longest text of an article in UTF-16 code units: some 300,000 words. */
    public static final int MAX_LENGTH = 2_000_000;

    private final SentenceSplitter splitter;
    private final BlockWeights weights;
    private final ArticleLanguage language = new ArticleLanguage();

    /** @param splitter finds the sentences */
    public ArticleReader(SentenceSplitter splitter) {
        this.splitter = splitter;
        this.weights = BlockWeights.shipped();
    }

    /**
     * Reads a file; its path as given is the article's source.
     *
     * @throws ArticleException when it is missing, a folder, unreadable, empty, of a kind that is not read, damaged,
     *     longer than {@link #MAX_LENGTH}, or without a sentence
     */
    public Article read(Path file) {
        return read(DocumentFile.read(file));
    }

    /**
     * Reads a document that is already at hand.
     *
     * @throws ArticleException as {@link #read(Path)}
     */
    public Article read(Document document) {
        Document unpacked = document.unpacked();
        return article(unpacked, contentOf(unpacked));
    }

    /**
     * What a file holds, before it is taken apart into sentences.
     *
     * @param url where it was, or null
     * @throws ArticleException as {@link #read(Path)}
     */
    public Extract extract(Path file, @Nullable String url) {
        Document document = DocumentFile.read(file).at(url).unpacked();
        Content content = contentOf(document);
        Article article = article(document, content);
        return new Extract(
                article.title(),
                article.publication(),
                article.language(),
                article.url(),
                article.text(),
                content.extract().headings());
    }

    private Content contentOf(Document document) {
        return switch (document.kind()) {
            case PAGE -> Content.ofPage(document, weights);
            case PDF -> Content.of(PdfText.read(document));
            case MARKDOWN, TEXT -> Content.ofText(document);
        };
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
        Extract extract = new Extract(title, Publication.UNKNOWN, null, null, text, List.of());
        return article(source, source, new Content(extract, text));
    }

    private Article article(Document document, Content content) {
        return article(document.source(), document.name(), content);
    }

    private Article article(String source, String name, Content content) {
        Extract extract = content.extract();
        String text = extract.text();
        requireSentences(source, text);
        String spoken = language.of(text, extract.language());
        List<Span> spans = splitter.split(content.prose(), spoken);
        if (spans.stream().noneMatch(span -> span.of(text).codePoints().anyMatch(Character::isLetter))) {
            throw new ArticleException(source + " has no sentence to ask about; give a text with words in it");
        }
        Furniture furniture = new Furniture(text, content.prose(), spans, extract.headings());
        String title = extract.title();
        boolean titled = title != null && !title.isBlank();
        int headline = titled ? -1 : furniture.headline();
        List<Sentence> sentences = new ArrayList<>(spans.size());
        for (int index = 0; index < spans.size(); index++) {
            Span span = spans.get(index);
            boolean isTitle = index == headline || (title != null && titled && furniture.repeats(index, title));
            boolean citable = !isTitle && !furniture.isFurniture(index);
            sentences.add(new Sentence(index + 1, span.start(), span.end(), citable));
        }
        String heading = headline < 0 ? name : spans.get(headline).of(content.prose());
        String shown = title != null && titled ? title : heading;
        return new Article(
                Article.idOf(text),
                oneLine(shown),
                source,
                extract.url(),
                spoken,
                text,
                sentences,
                extract.publication());
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

    /** What is said of a text that is longer than {@link #MAX_LENGTH}. */
    static ArticleException tooLong(String source) {
        return new ArticleException(String.format(
                Locale.ROOT,
                "%s is longer than the %,d characters an article may have; give a part of it",
                source,
                MAX_LENGTH));
    }
}
