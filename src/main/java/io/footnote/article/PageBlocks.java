package io.footnote.article;

import io.footnote.article.PageBlock.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Takes a page's tree apart into its blocks, in the order of the page. For one tree and one thread. */
final class PageBlocks implements NodeVisitor {
    /** The most blocks of a page; what comes after them is not looked at. */
    static final int MAX_BLOCKS = 20_000;

    /** Elements that run on inside a line; every other one begins a block. */
    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "label",
            "mark",
            "nobr",
            "q",
            "rb",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "img",
            "picture",
            "o:p",
            "bsp-line");

    private final List<PageBlock> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int linked;
    private int links;
    private boolean afterBreak;

    private PageBlocks() {}

    /** The blocks below an element; at most {@link #MAX_BLOCKS}. */
    static List<PageBlock> of(Element root) {
        PageBlocks walk = new PageBlocks();
        root.traverse(walk);
        walk.flush(root);
        return List.copyOf(walk.blocks);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            String name = element.normalName();
            if (name.equals("br")) {
                lineBreak(element);
            } else if (!INLINE.contains(name)) {
                flush(parentOf(element));
            } else if (name.equals("a")) {
                links++;
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.normalName().equals("a")) {
                links--;
            } else if (!INLINE.contains(element.normalName())
                    && !element.normalName().equals("br")) {
                flush(element);
            }
        }
    }

    private void append(String words) {
        if (!words.isBlank()) {
            afterBreak = false;
        }
        if (links > 0) {
            linked += lettersIn(words);
        }
        text.append(words);
    }

    /** Two breaks in a row end a paragraph; one is a space. */
    private void lineBreak(Element element) {
        if (afterBreak) {
            flush(parentOf(element));
        } else {
            text.append('\n');
            afterBreak = true;
        }
    }

    private void flush(Element inside) {
        String words = collapse(text);
        text.setLength(0);
        afterBreak = false;
        if (!words.isEmpty() && blocks.size() < MAX_BLOCKS) {
            Element owner = inside;
            while (INLINE.contains(owner.normalName()) && owner.parent() != null) {
                owner = parentOf(owner);
            }
            blocks.add(new PageBlock(kindOf(owner), words, linked, owner));
        }
        linked = 0;
    }

    private static Element parentOf(Element element) {
        Element parent = element.parent();
        return parent == null ? element : parent;
    }

    private static Kind kindOf(Element owner) {
        return switch (owner.normalName()) {
            case "p", "pre" -> isItem(owner) ? Kind.ITEM : isQuote(owner) ? Kind.QUOTE : Kind.PARAGRAPH;
            case "li", "dd", "dt" -> Kind.ITEM;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Kind.HEADING;
            case "blockquote" -> Kind.QUOTE;
            case "td", "th" -> Kind.CELL;
            case "figcaption", "caption" -> Kind.CAPTION;
            default -> Kind.LOOSE;
        };
    }

    /** A paragraph that begins an item is the item. */
    private static boolean isItem(Element paragraph) {
        Element parent = paragraph.parent();
        return parent != null && parent.normalName().equals("li") && paragraph.elementSiblingIndex() == 0;
    }

    private static boolean isQuote(Element paragraph) {
        Element parent = paragraph.parent();
        return parent != null && parent.normalName().equals("blockquote");
    }

    /** White space of every kind as one space, without what shows as nothing. */
    static String collapse(CharSequence words) {
        StringBuilder collapsed = new StringBuilder(words.length());
        boolean space = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = !collapsed.isEmpty();
            } else if (c != '\u200B' && c != '\u2060' && c != '\uFEFF' && c != '\u00AD' && !Character.isISOControl(c)) {
                if (space) {
                    collapsed.append(' ');
                    space = false;
                }
                collapsed.append(c);
            }
        }
        return collapsed.toString();
    }

    /** How many letters and digits are in the words. */
    static int lettersIn(String words) {
        return (int) words.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
