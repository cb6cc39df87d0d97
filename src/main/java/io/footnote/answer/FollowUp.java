package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.grounding.Citation;
import io.footnote.language.Annotator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question asks when it leans on what was said before it. Depends on nothing but question, conversation and
 * articles. Safe for any number of threads.
 *
 * <p>"He" and "she" become the person last spoken of: whom the question before named, or, where it asked who, whom its
 * answer named; an answer that itself says "he" is read together with the sentences before it. A question that still
 * leans, as "and how many were displaced?" does, is searched together with what the question before was about. It leans
 * when it opens with a connective and is no whole question about something it names itself, when a pronoun in it has no
 * name to stand for, or when it is hardly more than a question word. A question that is about nothing but a pronoun,
 * such as "where was that?", adds nothing to what those before it were about.
 */
final class FollowUp {
    private static final int FEWEST_WORDS = 3;

    /** From how many words on a question that opens with a connective says enough, if a name is among them. */
    private static final int WHOLE_QUESTION = 6;

    /** How many sentences before one that says "he" are read for a name. */
    private static final int SENTENCES_BEFORE = 3;

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}'’-]+");
    private static final Pattern OPENING = Pattern.compile(
            "^(and|but|so|then|also|or|what about|how about|what else|who else|where else)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONNECTIVE = Pattern.compile("^(?:and|but|so)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXISTENTIAL =
            Pattern.compile("\\b(?:is|are|was|were|will)\\s+there\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> PRONOUNS = Set.of(
            "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "this", "that",
            "these", "those", "there", "then", "one", "ones");

    private static final Pattern SOMEBODY =
            Pattern.compile("\\b(?:he|she|him|his|her|hers)\\b", Pattern.CASE_INSENSITIVE);

    /** Follows "her" where something is hers. */
    private static final Pattern OWNING =
            Pattern.compile("\\s+(?!(?:about|after|again|and|at|before|by|for|from|in|of|on|or|to|with)\\b)\\p{L}");

    private static final Pattern ASKS_WHO =
            Pattern.compile("\\b(?:who|whom|(?:which|what) (?:\\p{L}+ )?\\p{L}+)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKS_WHO_SOMEBODY_IS =
            Pattern.compile("\\bwho(?:['’]s| is| was) \\p{Lu}", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTERROGATIVE = Pattern.compile(
            "^(?:(?:(?:how|what) about|how (?:many|much|long|old|far|big|often)"
                    + "|what|who|whom|whose|which|when|where|why|how)\\b\\s*)?"
                    + "(?:(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)\\b\\s*(?:there\\b\\s*)?)?",
            Pattern.CASE_INSENSITIVE);

    /** A preposition and what asks: "for how long?", "since when?", "by how much?". */
    private static final Pattern ASKING_ALONE = Pattern.compile(
            "^(?:(?:about|after|at|before|by|for|from|in|on|since|to|until|with)\\s+)?(?:how"
                    + " (?:many|much|long|old|far|big|often)|what|who|whom|whose|which|when|where|why|how)[?.!\\s]*$",
            Pattern.CASE_INSENSITIVE);
    /** What was put behind a question that leaned itself. */
    private static final Pattern TOPIC = Pattern.compile("[?.!\\s]*\\(([^()]*)\\)$");

    private static final Pattern END_MARKS = Pattern.compile("[?.!\\s]+$");

    private final Persons persons;

    /** @param annotator finds names */
    FollowUp(Annotator annotator) {
        this.persons = new Persons(annotator);
    }

    /** The question as it stands by itself; its own words where it does so already. */
    String resolve(Question question, List<Article> articles) {
        return resolve(question.text(), question.conversation(), articles);
    }

    private String resolve(String question, List<Turn> before, List<Article> articles) {
        if (before.isEmpty()) {
            return question;
        }
        String named = named(question, before, articles);
        if (!leans(named)) {
            return named.equals(question) ? question : CONNECTIVE.matcher(named).replaceFirst("");
        }
        String topic = topic(resolve(before.getLast().question(), before.subList(0, before.size() - 1), articles));
        return topic.isEmpty() ? named : named + " (" + topic + ")";
    }

    /** The question with somebody's name for "he" or "she", where it is known who that is. */
    private String named(String question, List<Turn> before, List<Article> articles) {
        Matcher pronoun = SOMEBODY.matcher(question);
        if (namesSomething(question) || !pronoun.find()) {
            return question;
        }
        boolean female = pronoun.group().toLowerCase(Locale.ROOT).matches("she|her|hers");
        return person(before, female, articles)
                .map(person -> pronoun.replaceAll(found -> Matcher.quoteReplacement(
                        isOwner(found.group(), question, found.end()) ? person + "'s" : person)))
                .orElse(question);
    }

    private static boolean isOwner(String pronoun, String question, int end) {
        return switch (pronoun.toLowerCase(Locale.ROOT)) {
            case "his", "hers" -> true;
            case "her" ->
                OWNING.matcher(question).region(end, question.length()).lookingAt();
            default -> false;
        };
    }

    /** Who was spoken of last. */
    private Optional<String> person(List<Turn> turns, boolean female, List<Article> articles) {
        for (int index = turns.size() - 1; index >= 0; index--) {
            Turn turn = turns.get(index);
            String asked = resolve(turn.question(), turns.subList(0, index), articles);
            for (Article article : articles) {
                List<String> inQuestion = persons.in(asked, article);
                List<String> candidates = new ArrayList<>(inQuestion);
                List<String> inAnswer = new ArrayList<>(inAnswer(turn, article));
                if (ASKS_WHO.matcher(asked).find()
                        && !ASKS_WHO_SOMEBODY_IS.matcher(asked).find()) {
                    inAnswer.removeAll(inQuestion);
                    candidates.addAll(0, inAnswer);
                } else {
                    candidates.addAll(inAnswer);
                }
                Optional<String> found = candidates.stream()
                        .filter(person -> Persons.agrees(person, female, article))
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The persons in the sentences cited; where there are none, in the nearest before them. */
    private List<String> inAnswer(Turn turn, Article article) {
        List<String> found = new ArrayList<>();
        for (Citation citation : turn.citations()) {
            if (citation.articleId().equals(article.id())) {
                int first = Math.max(1, citation.sentence() - SENTENCES_BEFORE);
                for (int number = citation.sentence(); number >= first && found.isEmpty(); number--) {
                    if (article.has(number)) {
                        found.addAll(persons.in(article.textOf(article.sentence(number)), article));
                    }
                }
            }
        }
        return found;
    }

    /** What a question is about, and behind it what was put there because it leaned itself. */
    private static String topic(String question) {
        Matcher behind = TOPIC.matcher(question);
        if (!behind.find()) {
            return about(question);
        }
        String own = about(question.substring(0, behind.start()));
        return own.isEmpty() ? behind.group(1) : own + "; " + behind.group(1);
    }

    /** The words of a question without those that ask; nothing where only a pronoun is left. */
    private static String about(String question) {
        String asked = CONNECTIVE.matcher(question).replaceFirst("");
        String about =
                END_MARKS.matcher(INTERROGATIVE.matcher(asked).replaceFirst("")).replaceFirst("");
        return PRONOUNS.contains(about.toLowerCase(Locale.ROOT)) ? "" : about;
    }

    private static boolean leans(String question) {
        List<String> words =
                WORDS.splitAsStream(question).filter(word -> !word.isEmpty()).toList();
        if (OPENING.matcher(question).find()) {
            return words.size() < WHOLE_QUESTION || !namesSomething(question);
        }
        if (words.size() < FEWEST_WORDS || ASKING_ALONE.matcher(question).matches()) {
            return !namesSomething(question);
        }
        return WORDS.splitAsStream(EXISTENTIAL.matcher(question).replaceAll(""))
                        .anyMatch(word -> PRONOUNS.contains(word.toLowerCase(Locale.ROOT)))
                && !namesSomething(question);
    }

    private static boolean namesSomething(String question) {
        return WORDS.splitAsStream(question)
                .filter(word -> !word.isEmpty())
                .skip(1)
                .anyMatch(word -> Character.isUpperCase(word.codePointAt(0)) && !word.equals("I"));
    }
}
