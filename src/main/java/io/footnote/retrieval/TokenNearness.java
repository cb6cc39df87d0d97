package io.footnote.retrieval;

import io.footnote.language.EncodedText;
import io.footnote.language.Encoder;
import io.footnote.language.Span;
import io.footnote.language.Token;
import io.footnote.language.TokenVectors;
import java.util.Arrays;
import java.util.List;

/**
 * How near each token of a sentence comes to parts of a question: cosines of the encoder's word pieces, averaged over the
 * pieces of both. An index counts the sentence's tokens.
 *
 * @param content the greatest with any of the question's content words
 * @param focus the greatest with the interrogative and the two words after it
 * @param asking with the interrogative
 * @param all the mean with every word
 */
record TokenNearness(double[] content, double[] focus, double[] asking, double[] all) {
    private static final int FOCUS = 3;

    /**
     * @param encoder read the sentence
     * @param tokens of the sentence
     * @param places of the sentence's word pieces; those beyond the vectors were not read
     * @param vectors of these pieces
     */
    static TokenNearness of(
            ReadQuestion question, Encoder encoder, List<Token> tokens, List<Span> places, TokenVectors vectors) {
        EncodedText encoded = question.encoded(encoder);
        float[][] cosines = vectors.cosines(encoded.tokens());
        int read = Math.min(places.size(), vectors.count());
        double[][] byPiece = new double[cosines.length][];
        for (int piece = 0; piece < cosines.length; piece++) {
            byPiece[piece] = means(cosines[piece], tokens, places.subList(0, read));
        }
        List<Token> asked = question.words().annotated().tokens();
        double[] content = new double[tokens.size()];
        double[] focus = new double[tokens.size()];
        double[] asking = new double[tokens.size()];
        double[] all = new double[tokens.size()];
        int first = indexAt(asked, question.words().interrogative());
        for (int word = 0; word < asked.size(); word++) {
            double[] near = row(asked.get(word), encoded.places(), byPiece, tokens.size());
            if (isContent(asked.get(word), question.words())) {
                raise(content, near);
            }
            if (word >= first && word < first + FOCUS) {
                raise(focus, near);
            }
            if (word == first) {
                raise(asking, near);
            }
            for (int index = 0; index < all.length; index++) {
                all[index] += near[index] / asked.size();
            }
        }
        return new TokenNearness(content, focus, asking, all);
    }

    private static int indexAt(List<Token> tokens, int start) {
        for (int index = 0; index < tokens.size(); index++) {
            if (tokens.get(index).start() == start) {
                return index;
            }
        }
        return 0;
    }

    private static boolean isContent(Token token, QuestionWords words) {
        return words.content().stream().anyMatch(word -> word.start() < token.end() && token.start() < word.end());
    }

    /** The mean of a row of pieces for each token; 0 where none of its pieces was read. */
    private static double[] means(float[] row, List<Token> tokens, List<Span> places) {
        double[] means = new double[tokens.size()];
        for (int index = 0; index < means.length; index++) {
            int count = 0;
            for (int piece = 0; piece < places.size(); piece++) {
                if (overlap(places.get(piece), tokens.get(index))) {
                    means[index] += row[piece];
                    count++;
                }
            }
            means[index] /= Math.max(1, count);
        }
        return means;
    }

    /** The mean over the pieces of one word of the question. */
    private static double[] row(Token word, List<Span> places, double[][] byPiece, int size) {
        double[] mean = new double[size];
        int count = 0;
        for (int piece = 0; piece < byPiece.length; piece++) {
            if (overlap(places.get(piece), word)) {
                for (int index = 0; index < size; index++) {
                    mean[index] += byPiece[piece][index];
                }
                count++;
            }
        }
        int pieces = Math.max(1, count);
        return Arrays.stream(mean).map(sum -> sum / pieces).toArray();
    }

    private static boolean overlap(Span place, Token token) {
        return place.start() < token.end() && token.start() < place.end();
    }

    private static void raise(double[] greatest, double[] values) {
        for (int index = 0; index < greatest.length; index++) {
            greatest[index] = Math.max(greatest[index], values[index]);
        }
    }
}
