package io.footnote.article;

import static io.footnote.article.BlockFeature.*;

import io.footnote.article.PageBlock.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Measures the blocks of one page. For one thread. */
final class BlockFeatures {
    private static final int NEAR = 2;
    private static final int FAR = 12;
    private static final int LEAST_LETTERS = 20;
    private static final int LEAST_STATED = 400;
    private static final String FINAL_MARKS = ".!?…:;。！？\"”’»)";

    private final List<PageBlock> blocks;
    private final PageStatements stated;
    private final int[] words;
    private final Map<Element, int[]> siblings = new HashMap<>();
    private final Map<Element, Around> arounds = new HashMap<>();
    private final Map<String, Integer> repeats = new HashMap<>();
    private final int mostWords;
    private final int titleAt;

    /**
     * @param blocks of the page, in its order
     * @param stated what the page says of itself
     */
    BlockFeatures(List<PageBlock> blocks, PageStatements stated) {
        this.blocks = blocks;
        this.stated = stated;
        this.words = blocks.stream().mapToInt(block -> wordsIn(block.text())).toArray();
        int most = 1;
        int title = -1;
        for (int index = 0; index < words.length; index++) {
            PageBlock block = blocks.get(index);
            int[] of = siblings.computeIfAbsent(groupOf(block), key -> new int[1]);
            of[0] += words[index];
            most = Math.max(most, of[0]);
            repeats.merge(block.text(), 1, Integer::sum);
            if (title < 0 && (block.owner().normalName().equals("h1") || stated.isTitle(block.text()))) {
                title = index;
            }
        }
        this.mostWords = most;
        this.titleAt = title;
    }

    /** Text in a paragraph belongs with that of the paragraphs beside it. */
    private static Element groupOf(PageBlock block) {
        Element owner = block.owner();
        Element parent = owner.parent();
        return block.kind() == Kind.LOOSE || parent == null ? owner : parent;
    }

    /** The measures of a block, in the order of {@link BlockFeature}. */
    double[] of(int index) {
        double[] row = new double[BlockFeature.values().length];
        PageBlock block = blocks.get(index);
        row[BIAS.ordinal()] = 1;
        words(row, block, words[index]);
        row[kindOf(block.kind()).ordinal()] = 1;
        set(row, TOP_HEADING, block.owner().normalName().equals("h1"));
        int group = siblings.getOrDefault(groupOf(block), new int[1])[0];
        row[SIBLING_WORDS.ordinal()] = Math.min(1.5, Math.log1p(group) / Math.log(500));
        row[SIBLING_SHARE.ordinal()] = (double) group / mostWords;
        neighbour(row, index - 1, BEFORE_LENGTH, BEFORE_LINKED, BEFORE_FINISHED);
        neighbour(row, index + 1, AFTER_LENGTH, AFTER_LINKED, AFTER_FINISHED);
        around(row, block.owner());
        set(row, REPEATED, repeats.getOrDefault(block.text(), 1) > 1);
        set(row, TITLE, stated.isTitle(block.text()));
        row[POSITION.ordinal()] = (double) index / blocks.size();
        set(row, BEFORE_TITLE, index < titleAt);
        if (stated.body().length() >= LEAST_STATED) {
            boolean in = isStated(stated.body(), block.text());
            set(row, STATED_BODY, in);
            set(row, STATED_NOT_BODY, !in && PageBlocks.lettersIn(block.text()) >= LEAST_LETTERS);
        }
        set(row, STATED_SUMMARY, isStated(stated.summary(), block.text()));
        return row;
    }

    private static boolean isStated(String statement, String text) {
        String letters = PageStatements.lettersOf(text);
        return letters.length() >= LEAST_LETTERS && statement.contains(letters);
    }

    private static void words(double[] row, PageBlock block, int count) {
        String text = block.text();
        double linked = linkedShare(block);
        row[LENGTH.ordinal()] = length(count);
        set(row, LONG, count > 40);
        set(row, SHORT, count <= 8);
        row[LINKED.ordinal()] = linked;
        set(row, ALL_LINKED, linked > .9);
        set(row, FINISHED, isFinished(text));
        row[COMMAS.ordinal()] =
                Math.min(3, text.chars().filter(c -> c == ',' || c == '，').count()) / 3.0;
        row[SMALL_LETTERS.ordinal()] = smallLetters(text, count);
        set(row, SAYS_MORE, BlockWords.says(BlockWords.MORE, text));
        set(row, SAYS_CREDIT, BlockWords.says(BlockWords.CREDIT, text));
        set(row, SAYS_OFFER, BlockWords.says(BlockWords.OFFER, text));
        set(row, SAYS_DATE, BlockWords.isDate(text));
    }

    private void neighbour(double[] row, int index, BlockFeature length, BlockFeature linked, BlockFeature finished) {
        if (index >= 0 && index < words.length) {
            row[length.ordinal()] = length(words[index]);
            row[linked.ordinal()] = linkedShare(blocks.get(index));
            set(row, finished, isFinished(blocks.get(index).text()));
        }
    }

    private void around(double[] row, Element owner) {
        Element element = owner;
        for (int up = 0; up <= FAR && element != null; up++) {
            Around around = arounds.computeIfAbsent(element, Around::of);
            if (around.place() != null) {
                row[around.place().ordinal()] = 1;
            }
            set(row, IN_BODY_PROPERTY, around.isBody());
            set(row, up <= NEAR ? NAMED_BODY_NEAR : NAMED_BODY, around.body());
            set(row, up <= NEAR ? NAMED_CHROME_NEAR : NAMED_CHROME, around.chrome());
            set(row, up <= NEAR ? NAMED_TEASER_NEAR : NAMED_TEASER, around.teaser());
            set(row, NAMED_COMMENT, around.comment());
            if (up <= NEAR) {
                set(row, NAMED_CAPTION, around.caption());
                set(row, NAMED_AUTHOR, around.author());
                set(row, NAMED_SHARE, around.share());
            }
            element = element.parent();
        }
    }

    private static void set(double[] row, BlockFeature feature, boolean holds) {
        if (holds) {
            row[feature.ordinal()] = 1;
        }
    }

    private static BlockFeature kindOf(Kind kind) {
        return switch (kind) {
            case PARAGRAPH -> PARAGRAPH;
            case ITEM -> ITEM;
            case HEADING -> HEADING;
            case QUOTE -> QUOTE;
            case CELL -> CELL;
            case CAPTION -> CAPTION;
            case LOOSE -> LOOSE;
        };
    }

    private static double length(int count) {
        return Math.min(1.5, Math.log1p(count) / Math.log(100));
    }

    private static double linkedShare(PageBlock block) {
        return Math.min(1, (double) block.linked() / Math.max(1, PageBlocks.lettersIn(block.text())));
    }

    private static boolean isFinished(String text) {
        return FINAL_MARKS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static double smallLetters(String text, int count) {
        int small = 0;
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            small += begins && Character.isLowerCase(text.charAt(i)) ? 1 : 0;
            begins = text.charAt(i) == ' ';
        }
        return (double) small / count;
    }

    /** How many words a text with single spaces has. */
    static int wordsIn(String text) {
        return 1 + (int) text.chars().filter(c -> c == ' ').count();
    }

    /** What an element says of everything inside it. */
    private record Around(
            @Nullable BlockFeature place,
            boolean isBody,
            boolean body,
            boolean chrome,
            boolean teaser,
            boolean comment,
            boolean caption,
            boolean author,
            boolean share) {
        static Around of(Element element) {
            String names =
                    element.normalName().equals("body") || element.normalName().equals("html")
                            ? ""
                            : BlockNames.of(element);
            return new Around(
                    placeOf(element.normalName()),
                    element.attr("itemprop").contains("articleBody"),
                    has(BlockNames.BODY, names),
                    has(BlockNames.CHROME, names),
                    has(BlockNames.TEASER, names),
                    has(BlockNames.COMMENT, names),
                    has(BlockNames.CAPTION, names),
                    has(BlockNames.AUTHOR, names),
                    has(BlockNames.SHARE, names));
        }

        private static boolean has(Pattern words, String names) {
            return !names.isBlank() && words.matcher(names).find();
        }

        private static @Nullable BlockFeature placeOf(String name) {
            return switch (name) {
                case "article" -> IN_ARTICLE;
                case "main" -> IN_MAIN;
                case "aside" -> IN_ASIDE;
                case "nav" -> IN_NAVIGATION;
                case "footer" -> IN_FOOTER;
                case "header" -> IN_HEADER;
                case "figure" -> IN_FIGURE;
                case "form" -> IN_FORM;
                case "ul", "ol", "dl" -> IN_LIST;
                case "table" -> IN_TABLE;
                default -> null;
            };
        }
    }
}
