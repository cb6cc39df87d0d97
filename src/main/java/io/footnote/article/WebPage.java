package io.footnote.article;

import io.footnote.language.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A web page taken apart: what it says of itself, and its blocks of text with the measures by which the article among
 * them is told. Nesting beyond {@value #MAX_DEPTH} elements is flattened, so that no page can exhaust the stack, and a page of
 * more than {@value #MAX_TAGS} tags is refused, so that none can exhaust the memory. For one thread.
 */
public final class WebPage {
    /** How deep the tree of a page gets. */
    static final int MAX_DEPTH = 512;

    /** The most tags of a page, opening and closing: what bounds the tree; large pages of news have a tenth of it. */
    static final int MAX_TAGS = 300_000;

    private final PageMetadata metadata;
    private final List<PageBlock> blocks;
    private final BlockFeatures features;

    private WebPage(PageMetadata metadata, List<PageBlock> blocks, BlockFeatures features) {
        this.metadata = metadata;
        this.blocks = blocks;
        this.features = features;
    }

    /**
     * Parses a page.
     *
     * @param source what messages call it
     * @param bytes the page, unpacked
     * @param charset what the server calls its encoding, or null to go by the page; a name nobody knows counts as null
     * @param address where the page was, or null
     * @throws ArticleException when the page cannot be parsed or has more than {@value #MAX_TAGS} tags
     */
    public static WebPage parse(String source, byte[] bytes, @Nullable String charset, @Nullable String address) {
        if (tagsIn(bytes) > MAX_TAGS) {
            throw new ArticleException(String.format(
                    Locale.ROOT,
                    "%s has more than the %,d tags that a page may have; save the article alone and give that",
                    source,
                    MAX_TAGS));
        }
        Document page;
        try {
            page = Jsoup.parse(
                    new ByteArrayInputStream(bytes),
                    charset,
                    address == null ? "" : address,
                    Parser.htmlParser().setMaxDepth(MAX_DEPTH));
        } catch (IOException | IllegalArgumentException e) {
            throw new ArticleException(source + " cannot be read as a web page (" + e.getMessage() + ")", e);
        }
        PageMetadata metadata = PageMetadata.of(page, address);
        PageCleaning.clean(page);
        List<PageBlock> blocks = PageBlocks.of(page);
        return new WebPage(metadata, blocks, new BlockFeatures(blocks, metadata.statements()));
    }

    private static int tagsIn(byte[] bytes) {
        int tags = 0;
        for (byte one : bytes) {
            if (one == '<') {
                tags++;
            }
        }
        return tags;
    }

    /** How many blocks of text the page has. */
    public int blockCount() {
        return blocks.size();
    }

    /**
     * The words of a block.
     *
     * @param block from 0
     */
    public String blockText(int block) {
        return blocks.get(block).text();
    }

    /**
     * What is measured of a block, one number for each weight of {@link BlockWeights}.
     *
     * @param block from 0
     */
    public double[] measures(int block) {
        return features.of(block);
    }

    /** The article in the page; its text is empty when nothing in the page is like one. */
    public Extract extract(BlockWeights weights) {
        StringBuilder text = new StringBuilder();
        List<Span> headings = new ArrayList<>();
        PageBlock previous = null;
        for (PageBlock block : new BodyFinder(weights).find(blocks, features)) {
            if (previous != null) {
                text.append(isItem(previous) && isItem(block) ? "\n" : "\n\n");
            }
            int start = text.length();
            text.append(isItem(block) ? "- " : "").append(block.text());
            if (block.kind() == PageBlock.Kind.HEADING || block.kind() == PageBlock.Kind.CAPTION) {
                headings.add(new Span(start, text.length()));
            }
            previous = block;
        }
        return new Extract(
                metadata.title(),
                metadata.publication(),
                metadata.language(),
                metadata.url(),
                text.toString(),
                headings);
    }

    private static boolean isItem(PageBlock block) {
        return block.kind() == PageBlock.Kind.ITEM;
    }
}
