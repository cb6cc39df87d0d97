package io.footnote.quiz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose words a sentence is that stands within a quotation and names no speaker itself: of whoever is named where the
 * quotation ends, or else of whoever said what stands right before it in the paragraph. Curly quotation marks only, since
 * straight ones do not tell where they open.
 */
final class Continuations {
    /** Somebody's words. @param said without quotation marks @param evidence the sentences that name the speaker and say it */
    record Speech(ReadSentence sentence, Entity speaker, List<Integer> evidence, String said) {}

    /** Whom a sentence says its words are of, null where that is nobody with a known name, and where it is said. */
    record Attribution(@Nullable Entity speaker, List<Integer> evidence) {}

    private final List<ReadSentence> sentences = new ArrayList<>();
    private final List<Boolean> within = new ArrayList<>();
    private final String text;
    private final Map<Integer, Attribution> attributed;

    /** @param attributed whose words sentences say they are, by the sentences' numbers */
    Continuations(ReadArticle article, Map<Integer, Attribution> attributed) {
        this.text = article.text();
        this.attributed = new HashMap<>(attributed);
        boolean open = false;
        for (ReadSentence sentence : article.sentences()) {
            if (sentences.isEmpty() || sentences.getLast().number() != sentence.number()) {
                open &= !sentences.isEmpty() && follows(sentences.getLast(), sentence);
                sentences.add(sentence);
                within.add(open);
                int last = Math.max(
                        sentence.source().lastIndexOf('“'), sentence.source().lastIndexOf('”'));
                open = last < 0 ? open : sentence.source().charAt(last) == '“';
            }
        }
    }

    /** All speeches without a speaker of their own whose speaker is known, in the order of the article. */
    List<Speech> speeches() {
        List<Speech> speeches = new ArrayList<>();
        for (int index = 0; index < sentences.size(); index++) {
            ReadSentence sentence = sentences.get(index);
            String said = said(index);
            Attribution by = said == null || attributed.containsKey(sentence.number()) ? null : attribution(index);
            Entity speaker = by == null ? null : by.speaker();
            if (by != null && said != null && speaker != null) {
                TreeSet<Integer> evidence = new TreeSet<>(by.evidence());
                evidence.add(sentence.number());
                attributed.put(sentence.number(), by);
                speeches.add(new Speech(sentence, speaker, List.copyOf(evidence), said));
            }
        }
        return speeches;
    }

    /** The words of a sentence that is all quotation, or null. */
    private @Nullable String said(int index) {
        String source = sentences.get(index).source();
        if (!within.get(index) && !source.startsWith("“")) {
            return null;
        }
        String said = source.replaceFirst("^“", "").replaceFirst("”$", "");
        boolean all = said.indexOf('“') < 0 && said.indexOf('”') < 0 && said.indexOf('"') < 0;
        return all && !said.isEmpty() && Character.isUpperCase(said.charAt(0)) ? said : null;
    }

    private @Nullable Attribution attribution(int index) {
        if (!sentences.get(index).source().endsWith("”")) {
            for (int later = index + 1; later < sentences.size() && within.get(later); later++) {
                Attribution named = attributed.get(sentences.get(later).number());
                if (named != null) {
                    return named;
                }
            }
        }
        boolean goesOn = index > 0 && follows(sentences.get(index - 1), sentences.get(index));
        return goesOn ? attributed.get(sentences.get(index - 1).number()) : null;
    }

    /** Whether one sentence stands right behind another in one paragraph. */
    private boolean follows(ReadSentence earlier, ReadSentence later) {
        int start = text.indexOf(earlier.source());
        int end = start + earlier.source().length();
        int next = start < 0 ? -1 : text.indexOf(later.source(), end);
        return next >= 0
                && text.substring(end, next).isBlank()
                && text.substring(end, next).indexOf('\n') < 0;
    }
}
