package io.footnote.retrieval;

import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;

/**
 * Lucene's own format, with the vectors one after the other and no graph to search them by: every question looks at all
 * of them, which is exact and, up to the size that a library may have, quicker than building the graph. Segments name
 * Lucene's codec, so that whoever reads them needs none of this.
 */
final class PlainVectorCodec extends FilterCodec {
    private final KnnVectorsFormat format = new PerFieldKnnVectorsFormat() {
        private final KnnVectorsFormat plain = new Lucene99HnswVectorsFormat(
                Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
                Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                Lucene99HnswVectorsFormat.DEFAULT_NUM_MERGE_WORKER,
                null,
                Integer.MAX_VALUE);

        @Override
        public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
            return plain;
        }
    };

    PlainVectorCodec() {
        super(Codec.getDefault().getName(), Codec.getDefault());
    }

    @Override
    public KnnVectorsFormat knnVectorsFormat() {
        return format;
    }
}
