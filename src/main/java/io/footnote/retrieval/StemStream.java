package io.footnote.retrieval;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Stems that are at hand, one after the other, for Lucene to index. For one field. */
final class StemStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<Analyzers.Stem> stems;
    private Iterator<Analyzers.Stem> next;

    StemStream(List<Analyzers.Stem> stems) {
        this.stems = List.copyOf(stems);
        this.next = this.stems.iterator();
    }

    @Override
    public void reset() {
        next = stems.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!next.hasNext()) {
            return false;
        }
        clearAttributes();
        term.append(next.next().stem());
        return true;
    }
}
