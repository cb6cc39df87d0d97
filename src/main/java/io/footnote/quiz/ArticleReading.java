package io.footnote.quiz;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.AnnotatedText;
import io.footnote.language.Annotator;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import io.footnote.language.Tagger;
import io.footnote.language.Token;
import io.footnote.language.WordNet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prepares an article for questions. Safe for any number of threads. */
final class ArticleReading {
    /** Words at the start that only join a sentence to the one before. */
    private static final Pattern OPENERS = Pattern.compile(
            "^(?:(?:But|And|Yet|However|Therefore|Moreover|Also|Indeed|Of course|In fact|By contrast|In contrast"
                    + "|For example|As such|Ultimately|Perhaps most importantly|In the meantime|So far)"
                    + "(?:,? though)?,? )+");
    /** What stands between brackets, or between two dashes. */
    private static final Pattern ASIDE = Pattern.compile(" \\([^()]*\\)|(?<=^[^–]{1,300}) – [^–]+ –(?= [^–]*$)");
    /** A sentence that opens with a subordinate part. */
    private static final Pattern LEADING =
            Pattern.compile("^(?:Rather|By|While|When|If|As|Unlike|Although|Because|Since|After|Before|Despite) ");
    /** Names of countries that never stand before a noun as an adjective does. */
    private static final Pattern LONG_COUNTRY = Pattern.compile(
            "(?:United States of America|USA|United Kingdom|\\p{Lu}\\p{L}+ Federation|Republic of \\p{Lu}\\p{L}+)$");
    /** A date between commas. */
    private static final Pattern DATED = Pattern.compile(", ((?:in|on) (?:[12]\\d{3}|[A-Z][a-z]+day)),(?= (\\w+))");
    /** What follows a date between commas without one. */
    private static final Set<String> SUBORDINATING =
            Set.of("which", "who", "whose", "that", "after", "before", "while", "when", "where", "because", "if");
    /** How much less the last sentence matters than the first. */
    private static final double LEAD_BONUS = 0.3;

    private static final Set<String> JOINING = Set.of("that", "when", "by", "to", "after", "before", "with");

    private static final Pattern WITHOUT_ARTICLE = Pattern.compile(
            "(?<![Tt]he )(?<!\\p{Lu}\\p{Ll}{1,20} )\\b(?:Russian Federation|United Kingdom|United Arab Emirates)\\b");
    /** What only refers back, in the middle. */
    private static final Pattern BACK =
            Pattern.compile(",? \\b(?:also|therefore|however|in fact|as well(?! as)|subsequently)\\b(?=[ ,.]),?");

    private final Annotator annotator;
    private final Tagger tagger;
    private final WordNet wordNet;
    private final Typos typos;

    ArticleReading(Annotator annotator, Tagger tagger, WordNet wordNet) {
        this.annotator = annotator;
        this.tagger = tagger;
        this.wordNet = wordNet;
        this.typos = new Typos(wordNet, annotator.lexicon());
    }

    ReadArticle read(Article article) {
        List<Sentence> citable =
                article.sentences().stream().filter(Sentence::citable).toList();
        List<AnnotatedText> verbatim = citable.stream()
                .map(sentence -> annotator.annotate(oneLine(article.textOf(sentence))))
                .toList();
        List<Entity> entities = new EntityReading(annotator.lexicon(), wordNet).read(verbatim);
        Set<String> persons = new HashSet<>();
        for (Entity entity : entities) {
            if (entity.kind() == Entity.Kind.PERSON) {
                persons.addAll(List.of(entity.text().split(" ")));
            }
        }
        SelfContained selfContained = new SelfContained(wordNet, persons::contains);
        Contexts contexts = new Contexts(
                selfContained,
                new References(
                        wordNet,
                        tagger.tag(article.title()),
                        verbatim.stream()
                                .map(AnnotatedText::text)
                                .map(tagger::tag)
                                .toList()),
                tagger);
        List<Double> centrality = centrality(verbatim, annotator.annotate(article.title()));
        Antecedents antecedents = new Antecedents(entities, verbatim);
        List<ReadSentence> sentences = new ArrayList<>();
        for (int index = 0; index < citable.size(); index++) {
            String source = oneLine(article.textOf(citable.get(index)));
            Entity meant = antecedents.of(index);
            String named = plain(source);
            if (meant != null) {
                named = meant.text() + named.substring(named.indexOf(' '));
            }
            String text = MainClause.trimmed(named, tagger);
            int number = citable.get(index).number();
            List<String> statements = new ArrayList<>(List.of(text));
            statements.addAll(Subordinates.of(named, tagger));
            if (named.indexOf('“') >= 0 || named.indexOf('"') >= 0) {
                statements.addAll(MainClause.beforeSaying(named));
            }
            for (String statement : statements) {
                List<TaggedWord> words = retagged(tagger.tag(statement));
                boolean sound = isSentence(statement)
                        && hasVerb(words)
                        && endsWell(words)
                        && wordsDo(statement, words)
                        && SelfContained.isImpersonal(words, statement);
                boolean alone = contexts.standsAlone(words);
                ReadSentence context = !sound || alone ? null : contexts.before(number, words);
                boolean clear = alone || context != null;
                if (sound && !clear) {
                    context = contexts.nextBefore(number, words);
                }
                TreeSet<Integer> evidence = new TreeSet<>(Set.of(number));
                if (meant != null) {
                    evidence.add(citable.get(index - 1).number());
                }
                if (context != null) {
                    evidence.addAll(context.evidence());
                }
                String support = evidence.stream()
                        .map(article::sentence)
                        .map(article::textOf)
                        .map(ArticleReading::oneLine)
                        .collect(Collectors.joining(" "));
                sentences.add(new ReadSentence(
                        number,
                        List.copyOf(evidence),
                        source,
                        support,
                        statement,
                        annotator.annotate(statement),
                        words,
                        centrality.get(index),
                        sound && (clear || context != null || selfContained.holds(words)),
                        context == null ? "" : context.passage(),
                        clear));
            }
            contexts.add(sentences.get(sentences.size() - statements.size()));
        }
        Likeness likeness = new Likeness(entities, verbatim, antecedents, wordNet);
        return new ReadArticle(
                sentences, entities, article.text(), article.title(), wordNet, antecedents, likeness, contexts);
    }

    /** Whether no word looks misspelt and no country's long name stands like an adjective before a noun. */
    private boolean wordsDo(String statement, List<TaggedWord> words) {
        for (int index = 0; index < words.size(); index++) {
            TaggedWord word = words.get(index);
            boolean nounFollows = index + 1 < words.size()
                    && (words.get(index + 1).is(PartOfSpeech.NOUN)
                            || words.get(index + 1).is(PartOfSpeech.CCONJ)
                                    && index + 2 < words.size()
                                    && words.get(index + 2).is(PartOfSpeech.ADJ));
            if (typos.likely(word.text())
                    || nounFollows
                            && LONG_COUNTRY
                                    .matcher(statement.substring(0, word.end()))
                                    .find()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a verb with a tense stands in a clause of its own, not behind "after having" or "who". */
    private static boolean hasVerb(List<TaggedWord> words) {
        boolean opensWithParticiple = words.getFirst().text().endsWith("ing");
        boolean within = false;
        for (int index = 0; index < words.size(); index++) {
            TaggedWord word = words.get(index);
            boolean verb = word.is(PartOfSpeech.VERB) || word.is(PartOfSpeech.AUX);
            boolean tensed = verb
                    && !word.text().endsWith("ing")
                    && !(index > 0 && words.get(index - 1).text().matches("to|having|being"));
            if (tensed
                    && !within
                    && (!opensWithParticiple
                            || word.is(PartOfSpeech.AUX)
                            || word.text().endsWith("s"))) {
                return true;
            }
            within = !tensed && (within && !word.text().equals(",") || SUBORDINATING.contains(word.text()));
        }
        return false;
    }

    /** Whether it does not break off behind a word that wants another one behind it. */
    private static boolean endsWell(List<TaggedWord> words) {
        TaggedWord last = words.get(Math.max(0, words.size() - 2));
        return !last.is(PartOfSpeech.DET)
                && !last.is(PartOfSpeech.CCONJ)
                && !last.is(PartOfSpeech.SCONJ)
                && !SUBORDINATING.contains(last.text());
    }

    /** Whether it begins and ends as a sentence, with every quotation closed and nobody speaking in it as "I". */
    private static boolean isSentence(String text) {
        long opening = text.chars().filter(unit -> unit == '“').count();
        long closing = text.chars().filter(unit -> unit == '”').count();
        long straight = text.chars().filter(unit -> unit == '"').count();
        boolean begins = Character.isUpperCase(text.charAt(0)) || Character.isDigit(text.charAt(0));
        return begins && text.endsWith(".") && opening == closing && straight % 2 == 0;
    }

    static String oneLine(String text) {
        return text.strip()
                .replaceAll("\\s+", " ")
                .replaceAll(" ([.,])", "$1")
                .replaceAll("(?<=\\p{L})- (?!(?:and|or|to) )(?=\\p{Ll})", "-");
    }

    /** Names of federations and the like take "the", which a careless text leaves out. */
    private static String withArticle(String source) {
        return WITHOUT_ARTICLE.matcher(source).replaceAll(name -> (name.start() == 0 ? "The " : "the ") + name.group());
    }

    private static String plain(String source) {
        String opened = OPENERS.matcher(withArticle(source)).replaceFirst("");
        if (!opened.equals(source) && !opened.isEmpty()) {
            opened = opened.substring(0, 1).toUpperCase(Locale.ROOT) + opened.substring(1);
        }
        if (opened.indexOf('“') < 0 && opened.indexOf('"') < 0) {
            boolean leads = LEADING.matcher(opened).find();
            opened = ASIDE.matcher(opened)
                    .replaceAll(aside -> leads && aside.group().startsWith(" –") ? "," : "");
        }
        if (opened.indexOf('“') >= 0 || opened.indexOf('"') >= 0) {
            return opened;
        }
        boolean leads = LEADING.matcher(opened).find();
        return DATED.matcher(BACK.matcher(opened).replaceAll("")).replaceAll(date -> {
            boolean joins = JOINING.contains(date.group(2));
            return joins
                    ? " " + date.group(1)
                    : leads ? " " + date.group(1) + "," : Matcher.quoteReplacement(date.group());
        });
    }

    /** The parts of speech with the tagger's commonest mistakes mended, each by what stands beside the word. */
    private List<TaggedWord> retagged(List<TaggedWord> words) {
        List<TaggedWord> mended = new ArrayList<>(words);
        boolean counted = false;
        for (int index = 0; index < words.size(); index++) {
            TaggedWord word = words.get(index);
            PartOfSpeech before =
                    index == 0 ? PartOfSpeech.X : mended.get(index - 1).tag();
            boolean determined = index + 1 < words.size()
                    && (words.get(index + 1).is(PartOfSpeech.DET) || isNumber(words.get(index + 1)));
            boolean noun = before == PartOfSpeech.NOUN || before == PartOfSpeech.PROPN;
            PartOfSpeech tag = word.tag();
            if (isNumber(word)) {
                tag = PartOfSpeech.NUM;
            } else if (word.text().matches("\\p{Lu}{3,}")) {
                tag = PartOfSpeech.PROPN;
            } else if (noun
                    && determined
                    && word.is(PartOfSpeech.ADJ)
                    && word.text().endsWith("ed")) {
                tag = PartOfSpeech.VERB;
            } else if (counted
                    && word.is(PartOfSpeech.VERB)
                    && before == PartOfSpeech.NUM
                    && word.text().endsWith("ed")) {
                tag = PartOfSpeech.ADJ;
            } else if (counted && word.is(PartOfSpeech.VERB) && word.text().endsWith("s")) {
                tag = PartOfSpeech.NOUN;
            }
            boolean year = word.text().matches("[12]\\d{3}");
            counted = (tag == PartOfSpeech.NUM && !year)
                    || counted && (tag == PartOfSpeech.ADJ || tag == PartOfSpeech.NOUN);
            if (tag != word.tag()) {
                String base = tag == PartOfSpeech.PROPN || tag == PartOfSpeech.NUM
                        ? word.text()
                        : wordNet.baseForm(word.text(), tag);
                mended.set(index, new TaggedWord(word.start(), word.end(), word.text(), tag, base));
            }
        }
        return mended;
    }

    private static boolean isNumber(TaggedWord word) {
        return word.text().matches("[0-9][0-9,.]*");
    }

    /**
     * The share of the article's frequent content words that a sentence has, the longer sentences held back; words of
     * the title count double, and what an article opens with matters more than what follows.
     */
    private List<Double> centrality(List<AnnotatedText> sentences, AnnotatedText title) {
        Map<String, Integer> frequency = new HashMap<>();
        for (AnnotatedText sentence : sentences) {
            keys(sentence).forEach(key -> frequency.merge(key, 1, Integer::sum));
        }
        keys(title).forEach(key -> frequency.computeIfPresent(key, (unused, count) -> count * count));
        List<Double> raw = sentences.stream()
                .map(sentence -> keys(sentence).stream()
                                .mapToDouble(key -> Math.log(frequency.getOrDefault(key, 1)))
                                .sum()
                        / Math.sqrt(1.0 + keys(sentence).size()))
                .toList();
        double highest = raw.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        List<Double> centrality = new ArrayList<>();
        for (int index = 0; index < raw.size(); index++) {
            double opening = 1 - LEAD_BONUS * index / raw.size();
            centrality.add(highest > 0 ? raw.get(index) / highest * opening : 0);
        }
        return List.copyOf(centrality);
    }

    private Set<String> keys(AnnotatedText sentence) {
        Set<String> keys = new HashSet<>();
        for (Token token : sentence.tokens()) {
            if (token.isWord() && !annotator.lexicon().isStopWord(token.norm())) {
                keys.add(token.key());
            }
        }
        return keys;
    }
}
