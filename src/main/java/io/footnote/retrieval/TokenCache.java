package io.footnote.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.footnote.language.TokenVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The vectors of tokens of the sentences in use: in memory within a limit, else from the index, else read anew by the
 * encoder. Where they come from makes no difference to what they are. Safe for any number of threads.
 */
final class TokenCache {
    /** The most room taken in memory. */
    private static final long MAX_BYTES = 128L << 20;

    private static final Set<String> FIELDS = Set.of(TokenDocuments.VECTORS);

    private final SentenceIndex index;
    private final Cache<Key, TokenVectors> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, TokenVectors tokens) -> tokens.sizeInBytes())
            .executor(Runnable::run)
            .build();

    TokenCache(SentenceIndex index) {
        this.index = index;
    }

    private record Key(String article, int sentence) {}

    /** The tokens of each member, in their order. */
    List<TokenVectors> of(List<ArticleScope.Member> members, IndexReader reader) throws IOException {
        Map<Key, ArticleScope.Member> missing = new LinkedHashMap<>();
        Map<Key, TokenVectors> found = new LinkedHashMap<>();
        for (ArticleScope.Member member : members) {
            Key key = keyOf(member);
            TokenVectors tokens = cache.getIfPresent(key);
            if (tokens == null) {
                missing.put(key, member);
            } else {
                found.put(key, tokens);
            }
        }
        if (!missing.isEmpty()) {
            fetch(missing, found, reader);
            encode(missing, found);
        }
        List<TokenVectors> tokens = new ArrayList<>();
        for (ArticleScope.Member member : members) {
            TokenVectors one = found.get(keyOf(member));
            if (one == null) {
                throw new IllegalStateException("sentence " + member.sentence() + " was read but not found");
            }
            tokens.add(one);
        }
        return tokens;
    }

    private static Key keyOf(ArticleScope.Member member) {
        return new Key(member.key(), member.sentence().number());
    }

    /** Moves what the index has from the missing to the found. */
    private void fetch(Map<Key, ArticleScope.Member> missing, Map<Key, TokenVectors> found, IndexReader reader)
            throws IOException {
        StoredFields stored = reader.storedFields();
        List<String> articles =
                missing.keySet().stream().map(Key::article).distinct().toList();
        for (String article : articles) {
            for (LeafReaderContext leaf : reader.leaves()) {
                PostingsEnum postings =
                        leaf.reader().postings(new Term(TokenDocuments.ARTICLE, article), PostingsEnum.NONE);
                Bits live = leaf.reader().getLiveDocs();
                NumericDocValues numbers = leaf.reader().getNumericDocValues(SentenceIndex.NUMBER);
                while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    int document = postings.docID();
                    if ((live == null || live.get(document)) && numbers.advanceExact(document)) {
                        Key key = new Key(article, (int) numbers.longValue());
                        if (missing.remove(key) != null) {
                            BytesRef bytes = stored.document(leaf.docBase + document, FIELDS)
                                    .getBinaryValue(TokenDocuments.VECTORS);
                            found.put(key, keep(key, TokenVectors.fromBytes(bytes.bytes, bytes.offset, bytes.length)));
                        }
                    }
                }
            }
        }
    }

    private void encode(Map<Key, ArticleScope.Member> missing, Map<Key, TokenVectors> found) {
        Map<String, Map<Integer, TokenVectors>> read = new LinkedHashMap<>();
        missing.forEach((key, member) -> {
            TokenVectors tokens = SentenceReading.tokensOf(
                    index.encoders().of(member.article().language()), member.article(), member.sentence());
            found.put(key, keep(key, tokens));
            read.computeIfAbsent(key.article(), article -> new TreeMap<>()).put(key.sentence(), tokens);
        });
        if (!read.isEmpty()) {
            index.keep(read);
        }
    }

    private TokenVectors keep(Key key, TokenVectors tokens) {
        cache.put(key, tokens);
        return tokens;
    }
}
