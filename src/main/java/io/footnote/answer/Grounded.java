package io.footnote.answer;

import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of which every statement is supported by a sentence shown with it. Immutable; one that breaks this cannot
 * be made.
 *
 * @param statements at least one, each supported, in the order to be read
 * @param sources every sentence cited, numbered from 1 in the order of first citation
 * @param brief the words of the first source that answer, or null where none were singled out
 */
public record Grounded(
        List<CheckedStatement> statements,
        List<Source> sources,
        @Nullable ShortAnswer brief,
        double confidence,
        String engine,
        @Nullable String fallback)
        implements Answer {

    /**
     * @throws IllegalArgumentException when a statement is unsupported, uncited, or cites what is not shown, or the
     * words singled out are not the first source's
     */
    public Grounded {
        statements = List.copyOf(statements);
        sources = List.copyOf(sources);
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a grounded answer must have a statement");
        }
        for (CheckedStatement statement : statements) {
            if (!statement.supported()) {
                throw new IllegalArgumentException("statement must be supported, got " + statement);
            }
            for (Citation citation : statement.statement().citations()) {
                if (sources.stream().noneMatch(source -> source.isCitedBy(citation))) {
                    throw new IllegalArgumentException(citation + " is not among the sources");
                }
            }
        }
        if (brief != null
                && (brief.start() < sources.getFirst().start()
                        || brief.end() > sources.getFirst().end())) {
            throw new IllegalArgumentException("brief must be within the first source, got " + brief);
        }
    }

    /** The same with words singled out; null for none. */
    Grounded with(@Nullable ShortAnswer words) {
        return new Grounded(statements, sources, words, confidence, engine, fallback);
    }

    /** The numbers of the sources that a statement of this answer cites, ascending. */
    public List<Integer> markersOf(CheckedStatement statement) {
        return sources.stream()
                .filter(source -> statement.statement().citations().stream().anyMatch(source::isCitedBy))
                .map(Source::n)
                .sorted()
                .toList();
    }

    @Override
    public List<Source> shown() {
        return sources;
    }
}
