package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What percentage: a share of something that is the subject of its clause. */
final class PercentMaker implements ItemMaker {
    private static final Pattern SHARE = Pattern.compile(
            "(?:^|(?:that|,|found|shows?|revealed) )(?:(only|just|about|nearly|almost|around|some|more than|over) )?"
                    + "(\\d[\\d.]*(?:%| per ?cent)) of ([^,;:–()]{10,160})\\.$",
            Pattern.CASE_INSENSITIVE);

    private static final int LEAST_WORDS = 4;

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            Candidate candidate = sentence.quotes() ? null : candidate(sentence, article);
            if (candidate != null) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private static @Nullable Candidate candidate(ReadSentence sentence, ReadArticle article) {
        Matcher share = SHARE.matcher(sentence.text());
        if (!share.find() || share.group(3).split(" ").length < LEAST_WORDS) {
            return null;
        }
        int start = share.start(3);
        boolean verb = false;
        for (TaggedWord word : sentence.words()) {
            boolean inside = word.start() >= start;
            verb |= inside
                    && (word.is(PartOfSpeech.AUX)
                            || word.is(PartOfSpeech.VERB) && !word.text().endsWith("ing"));
            if (inside && word.is(PartOfSpeech.PRON)) {
                return null;
            }
        }
        String key = share.group(2);
        return verb && sentence.selfContained()
                ? new Candidate(
                        ItemType.HOW_MANY,
                        sentence,
                        sentence.evidence(),
                        "What percentage of " + share.group(3) + "?",
                        key,
                        Distractors.numbers(key, article),
                        1)
                : null;
    }
}
