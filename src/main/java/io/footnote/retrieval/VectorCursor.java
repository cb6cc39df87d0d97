package io.footnote.retrieval;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.jspecify.annotations.Nullable;

/** Reads the vectors of sentences, one after the other; fast where the documents come in their order. For one thread. */
final class VectorCursor {
    private final List<LeafReaderContext> leaves;
    private @Nullable Position position;

    private record Position(LeafReaderContext leaf, FloatVectorValues values, DocIndexIterator iterator) {
        static Position before(LeafReaderContext leaf) throws IOException {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(SentenceIndex.VECTOR);
            return new Position(leaf, values, values.iterator());
        }

        boolean comesBefore(int document, LeafReaderContext wanted) {
            return leaf.equals(wanted) && iterator.docID() < document - leaf.docBase;
        }
    }

    VectorCursor(IndexReader reader) {
        this.leaves = reader.leaves();
    }

    /** The vector of a sentence; it may be overwritten by the next. @throws IOException when the document has none */
    float[] of(int document) throws IOException {
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        Position current = position;
        if (current == null || !current.comesBefore(document, leaf)) {
            current = Position.before(leaf);
            position = current;
        }
        int wanted = document - leaf.docBase;
        if (current.iterator().advance(wanted) != wanted) {
            throw new IOException("document " + document + " has no vector");
        }
        return current.values().vectorValue(current.iterator().index());
    }
}
