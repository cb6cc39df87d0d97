package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who said what the article reports without quoting it: "Prices will rise, Jones said" and "Jones warned that". */
final class ReportMaker implements ItemMaker {
    private static final Set<String> SAYING = Set.of(
            "said",
            "says",
            "added",
            "adds",
            "explained",
            "explains",
            "warned",
            "warns",
            "argued",
            "argues",
            "claimed",
            "claims",
            "stated",
            "states",
            "noted",
            "notes",
            "insisted",
            "insists",
            "predicted",
            "predicts",
            "estimates",
            "estimated",
            "believes",
            "believed",
            "confirmed",
            "suggested",
            "suggests",
            "announced",
            "acknowledged");
    /** The same with "that" only. */
    private static final Set<String> FINDING = Set.of("found", "showed", "discovered", "revealed");

    /** What a report is worth that does not say all of what it is about. */
    private static final double OPEN = 0.5;

    private static final Pattern CUT =
            Pattern.compile("(?:as|while|although|though|if|when|because|since|after|before) [^,]*");

    private static final int LEAST_WORDS = 6;
    private static final int LONGEST = 240;
    /** How many words may stand before a name that say who that is. */
    private static final int LONGEST_TITLE = 10;

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            for (PersonMention mention : PersonMention.in(sentence, article)) {
                Entity person = mention.person();
                add(candidates, behind(sentence, mention.first(), mention.end()), person, sentence, article);
                add(candidates, before(sentence, mention.first(), mention.end(), article), person, sentence, article);
            }
        }
        return candidates;
    }

    private static void add(
            List<Candidate> candidates,
            @Nullable String question,
            Entity person,
            ReadSentence sentence,
            ReadArticle article) {
        if (question == null
                || question.length() > LONGEST
                || !whole(question)
                || QuizItem.holds(question, person.last())) {
            return;
        }
        String reported = question.replaceFirst("^Who \\S+ that,? ", "").replaceFirst("\\?$", ".");
        if (QuoteMaker.opensLoosely(reported) || !article.contexts().pointsNowhere(reported)) {
            return;
        }
        if (CUT.matcher(reported).matches()) {
            return; // what it was said for is cut off
        }
        boolean clear = article.contexts().standsAlone(reported);
        List<String> others = Distractors.entities(person, article, question).stream()
                .sorted(Comparator.comparing(other -> !article.likeness().speaks(other)))
                .toList();
        boolean plausible = !others.isEmpty() && article.likeness().speaks(others.getFirst());
        double weight = !plausible ? Candidate.SECOND_RATE : clear ? 1 : OPEN;
        candidates.add(new Candidate(
                ItemType.QUOTE, sentence, sentence.evidence(), "", question, person.text(), others, weight));
    }

    /** Whether it quotes no more than a few words, and those in full. */
    private static boolean whole(String question) {
        long opening = question.chars().filter(unit -> unit == '“').count();
        long closing = question.chars().filter(unit -> unit == '”').count();
        return opening == closing && opening <= 1 && question.indexOf('"') < 0 && !question.matches(".*“[^”]{60,}”.*");
    }

    /** "Jones, the chair, warned that prices would rise": what is reported behind the name. */
    private static @Nullable String behind(ReadSentence sentence, int first, int end) {
        int verb = end;
        if (sentence.lower(end).equals(",")) {
            verb = end + 1;
            while (verb < sentence.words().size() && !sentence.lower(verb).equals(",")) {
                verb++;
            }
            verb++;
        }
        boolean opens = isTitle(sentence, 0, first);
        boolean reports = (SAYING.contains(sentence.lower(verb)) || FINDING.contains(sentence.lower(verb)))
                && (sentence.lower(verb + 1).equals("that")
                        || sentence.lower(verb).matches("said|says") && opensClause(sentence, verb + 1));
        if (!opens || !reports) {
            return null;
        }
        int last = sentence.words().size() - 1;
        String that = sentence.lower(verb + 1).equals("that") ? " " : " that ";
        return last - verb <= LEAST_WORDS
                ? null
                : "Who " + sentence.lower(verb) + that + sentence.written(verb + 1, last) + "?";
    }

    private static boolean opensClause(ReadSentence sentence, int index) {
        boolean weekday = sentence.lower(index).endsWith("day");
        boolean subject = !weekday && sentence.is(index, PartOfSpeech.DET)
                || sentence.is(index, PartOfSpeech.PROPN)
                || sentence.is(index, PartOfSpeech.NOUN)
                || sentence.is(index, PartOfSpeech.ADJ);
        return subject
                && sentence.words().subList(index, sentence.words().size()).stream()
                        .anyMatch(ReportMaker::finite);
    }

    /** "Prices will rise, Jones said" or ", said Jones": what is reported before the name. */
    private static @Nullable String before(ReadSentence sentence, int first, int end, ReadArticle article) {
        int comma = first - 1;
        while (comma > 0
                && first - comma <= LONGEST_TITLE
                && !sentence.lower(comma).equals(",")) {
            comma--;
        }
        if (comma < LEAST_WORDS || !sentence.lower(comma).equals(",")) {
            return null;
        }
        boolean verbFirst = SAYING.contains(sentence.lower(comma + 1)) && isTitle(sentence, comma + 2, first);
        boolean nameFirst = SAYING.contains(sentence.lower(end))
                && end + 2 >= sentence.words().size()
                && isTitle(sentence, comma + 1, first);
        List<TaggedWord> reported = sentence.words().subList(0, comma);
        boolean clause = reported.stream().anyMatch(ReportMaker::finite)
                && !reported.getFirst().is(PartOfSpeech.SCONJ)
                && !reported.getFirst().is(PartOfSpeech.ADP);
        if (!clause || !verbFirst && !nameFirst) {
            return null;
        }
        TaggedWord opener = reported.getFirst();
        boolean common = article.words().knows(opener.text().toLowerCase(Locale.ROOT), PartOfSpeech.NOUN);
        boolean name = opener.is(PartOfSpeech.PROPN) && !common
                || article.entity(opener.text()) != null
                || Character.isUpperCase(sentence.words().get(1).text().charAt(0))
                || opener.text().length() > 1
                        && opener.text().equals(opener.text().toUpperCase(Locale.ROOT));
        String text = sentence.written(0, comma);
        String inside = name ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        String verb = sentence.lower(verbFirst ? comma + 1 : end);
        return "Who " + verb + " that " + inside + "?";
    }

    /** Whether only an office or a trade stands there: "Secretary of State", "spokesman". */
    private static boolean isTitle(ReadSentence sentence, int first, int end) {
        for (int index = first; index < end; index++) {
            boolean noun = sentence.is(index, PartOfSpeech.NOUN)
                    || sentence.is(index, PartOfSpeech.PROPN)
                    || sentence.is(index, PartOfSpeech.ADJ);
            boolean joins = Set.of("the", "of", "for", "’s", "'s", ".").contains(sentence.lower(index));
            if (!noun && !joins) {
                return false;
            }
        }
        return true;
    }

    private static boolean finite(TaggedWord word) {
        return word.is(PartOfSpeech.AUX)
                || word.is(PartOfSpeech.VERB) && !word.text().endsWith("ing");
    }
}
