package io.footnote.retrieval;

import io.footnote.language.WordClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is so or not so of a stretch of a sentence: the classes of its first and last token and of those around it, its
 * kind and its length, by themselves and together with what the question asks for. Every combination has an index of its
 * own; {@link #NAMES} tells what it stands for.
 */
final class SpanFlags {
    /** How many words a stretch of each length class has at the most. */
    private static final int[] LENGTHS = {1, 2, 3, 5, 8, 12};

    private static final int CLASSES = WordClass.values().length;
    private static final int TYPES = QuestionType.values().length;
    private static final int ASKS = Asks.values().length;

    private static final List<String> LABELS = new ArrayList<>();
    private static final int FIRST = block("first", WordClass.values());
    private static final int LAST = block("last", WordClass.values());
    private static final int BEFORE = block("before", WordClass.values());
    private static final int AFTER = block("after", WordClass.values());
    private static final int BEFORE_FIRST = block("before+first", WordClass.values(), WordClass.values());
    private static final int LAST_AFTER = block("last+after", WordClass.values(), WordClass.values());
    private static final int KIND = block("kind", SpanKind.values());
    private static final int KIND_TYPE = block("kind+type", SpanKind.values(), QuestionType.values());
    private static final int KIND_ASKS = block("kind+asks", SpanKind.values(), Asks.values());
    private static final int LENGTH = block("words", boxed());
    private static final int LENGTH_TYPE = block("words+type", boxed(), QuestionType.values());
    private static final int FIRST_TYPE = block("first+type", WordClass.values(), QuestionType.values());
    private static final int FIRST_ASKS = block("first+asks", WordClass.values(), Asks.values());
    private static final int BEFORE_TYPE = block("before+type", WordClass.values(), QuestionType.values());

    /** What each flag is called, in their order. */
    static final List<String> NAMES = List.copyOf(LABELS);

    private SpanFlags() {}

    private static Object[] boxed() {
        return Arrays.stream(LENGTHS).boxed().toArray();
    }

    private static int block(String label, Object[]... axes) {
        int start = LABELS.size();
        List<String> names = List.of(label + "=");
        for (Object[] axis : axes) {
            List<String> longer = new ArrayList<>();
            for (String name : names) {
                for (Object value : axis) {
                    String separator = name.endsWith("=") ? "" : "+";
                    longer.add(name + separator + value.toString().toLowerCase(Locale.ROOT));
                }
            }
            names = longer;
        }
        LABELS.addAll(names);
        return start;
    }

    /** What a stretch looks like. @param words how many it has, 1 to 12 */
    record Shape(WordClass before, WordClass first, WordClass last, WordClass after, SpanKind kind, int words) {}

    /** The flags of a stretch, for a question of that type that asks with that word. */
    static int[] of(Shape shape, QuestionType type, Asks asks) {
        int before = shape.before().ordinal();
        int first = shape.first().ordinal();
        int last = shape.last().ordinal();
        int after = shape.after().ordinal();
        int kind = shape.kind().ordinal();
        int length = lengthClass(shape.words());
        return new int[] {
            FIRST + first,
            LAST + last,
            BEFORE + before,
            AFTER + after,
            BEFORE_FIRST + before * CLASSES + first,
            LAST_AFTER + last * CLASSES + after,
            KIND + kind,
            KIND_TYPE + kind * TYPES + type.ordinal(),
            KIND_ASKS + kind * ASKS + asks.ordinal(),
            LENGTH + length,
            LENGTH_TYPE + length * TYPES + type.ordinal(),
            FIRST_TYPE + first * TYPES + type.ordinal(),
            FIRST_ASKS + first * ASKS + asks.ordinal(),
            BEFORE_TYPE + before * TYPES + type.ordinal()
        };
    }

    private static int lengthClass(int words) {
        int index = 0;
        while (index < LENGTHS.length - 1 && words > LENGTHS[index]) {
            index++;
        }
        return index;
    }
}
