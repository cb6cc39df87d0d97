package io.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.answer.Summarizer.Summary;
import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.CitationGate;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.SentenceSplitter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummarizerTest {
    private static final SentenceSplitter SPLITTER = new SentenceSplitter();

    /** Sentences are alike as far as they have the same letters. */
    private static float[] letters(String text) {
        float[] vector = new float[26];
        text.toLowerCase(Locale.ROOT)
                .chars()
                .filter(unit -> unit >= 'a' && unit <= 'z')
                .forEach(unit -> vector[unit - 'a']++);
        double length = Math.sqrt(IntStream.range(0, 26)
                .mapToDouble(at -> vector[at] * vector[at])
                .sum());
        for (int at = 0; at < 26; at++) {
            vector[at] /= (float) length;
        }
        return vector;
    }

    private static Summary summary(String text) {
        Article article = new ArticleReader(SPLITTER).fromText("test", "The harbour wall", text);
        CitationGate gate = new CitationGate(new Annotator(Lexicon.english()), SPLITTER::split);
        return new Summarizer(SummarizerTest::letters, gate).summarize(article);
    }

    private static String sentences(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n ->
                        "Engineer number " + n + " told the council that the harbour wall had " + n + " cracks in all.")
                .collect(Collectors.joining(" "));
    }

    @Test
    void threeToFiveStatementsByLengthEachSupportedByTheSentenceItCites() {
        assertThat(summary(sentences(2)).statements()).hasSize(2);
        assertThat(summary(sentences(10)).statements()).hasSize(Summarizer.FEWEST);
        assertThat(summary(sentences(100)).statements()).hasSize(Summarizer.MOST);
        Summary summary = summary(sentences(30));
        assertThat(summary.statements()).allMatch(CheckedStatement::supported);
        assertThat(summary.sources()).extracting(Source::n).containsExactly(1, 2, 3, 4);
        assertThat(summary.sources()).extracting(Source::sentence).isSorted();
    }

    @Test
    void sentencesThatLeanOnOthersAreTakenOnlyWhereNoneIsLeft() {
        String leaning = "He said on the phone that the harbour wall had been safe until the day of the storm.";
        assertThat(summary(leaning + " " + sentences(3)).sources())
                .extracting(Source::sentence)
                .containsExactly(2, 3, 4);
        assertThat(summary(leaning + " " + sentences(2)).sources())
                .extracting(Source::sentence)
                .containsExactly(1, 2, 3);
    }

    @Test
    void onlyTheFirstSentencesOfALongArticleAreConsidered() {
        assertThat(summary(sentences(Summarizer.MAX_SENTENCES + 1)).sources())
                .extracting(Source::sentence)
                .allMatch(number -> number <= Summarizer.MAX_SENTENCES);
    }
}
