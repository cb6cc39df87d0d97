package io.footnote.retrieval;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Which articles an index holds. */
final class IndexedArticles {
    private IndexedArticles() {}

    /** The ids of the articles with at least one sentence. */
    static Set<String> ids(DirectoryReader reader) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(SentenceIndex.ID);
            TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
            for (BytesRef id = all.next(); id != null; id = all.next()) {
                if (isLive(leaf, all)) {
                    ids.add(id.utf8ToString());
                }
            }
        }
        return ids;
    }

    private static boolean isLive(LeafReaderContext leaf, TermsEnum term) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        PostingsEnum postings = term.postings(null, PostingsEnum.NONE);
        int document = postings.nextDoc();
        while (live != null && document != DocIdSetIterator.NO_MORE_DOCS && !live.get(document)) {
            document = postings.nextDoc();
        }
        return document != DocIdSetIterator.NO_MORE_DOCS;
    }
}
