package io.footnote.grounding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.footnote.article.Article;
import io.footnote.language.Annotator;
import io.footnote.language.Span;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether sentences support a statement. A statement passes when nothing in it goes beyond its evidence, number,
 * date, name, quotation or negation, and when the evidence has enough of its content words. A copy of a sentence, or of
 * a clause of one, always passes.
 *
 * <p>Verdicts err towards refusing: what no rule can see in the evidence is not supported. Deterministic, fails on no
 * text, in time about linear in claim and evidence. Safe for any number of threads.
 */
public final class CitationGate {

    /** The longest claim that is judged, in UTF-16 units; a longer one is no statement but a text of its own. */
    public static final int MAX_CLAIM_UNITS = 2_000;

    /** The least share of a claim's content words that its evidence must have, were the claim endless. */
    private static final double LEAST_COVERAGE = 0.4;
    /** What a claim of one word must have more; the longer the claim, the more of it may be said in other words. */
    private static final double MORE_WHEN_SHORT = 0.4;

    private static final double WEIGHT_OF_ORDER = 0.3;
    /** What is left of the score at every finding. */
    private static final double AFTER_FINDING = 0.7;

    /** The greatest score of what is refused. */
    private static final double MOST_REFUSED = 0.49;
    /** What an entailment model, where there is one, finds less probable is refused. */
    private static final double LEAST_ENTAILED = 0.5;

    /** How many texts of evidence are remembered as they were read: claims on one article come one after the other. */
    private static final int REMEMBERED_EVIDENCE = 32;

    /** How many rules, the first ones, look at what is no word. */
    private static final int RULES_BESIDE_WORDS = 2;

    private final Annotator annotator;
    private final Function<String, List<Span>> sentences;
    private final List<Rule> rules;
    private final GlossRule glossRule;
    private final Map<String, Rule> features;
    private final @Nullable Supplier<SupportModel> model;
    private final Cache<List<String>, Evidence> read =
            Caffeine.newBuilder().maximumSize(REMEMBERED_EVIDENCE).build();

    /**
     * A gate of rules alone.
     *
     * @param annotator finds numbers, dates and names
     * @param sentences splits evidence into its sentences; the spans lie inside the text, in order
     */
    public CitationGate(Annotator annotator, Function<String, List<Span>> sentences) {
        this(annotator, sentences, null);
    }

    /**
     * A gate of rules and of what was learned.
     *
     * @param model is asked for when a claim is first judged that copies nothing, and each time again
     */
    public CitationGate(
            Annotator annotator, Function<String, List<Span>> sentences, @Nullable Supplier<SupportModel> model) {
        this.annotator = annotator;
        this.sentences = sentences;
        this.glossRule = new GlossRule(annotator);
        this.model = model;
        Rule numbers = new NumberRule(annotator.lexicon());
        Rule dates = new DateRule();
        Rule names = new NameRule(annotator.lexicon());
        Rule quotations = new QuotationRule();
        Rule negations = new NegationRule(annotator.lexicon());
        this.rules = List.of(
                new HiddenCharacterRule(),
                new ForeignMarkRule(),
                numbers,
                dates,
                names,
                quotations,
                negations,
                new DirectionRule());
        this.features =
                Map.of("number", numbers, "date", dates, "name", names, "quotation", quotations, "negation", negations);
    }

    /** The same gate with another model. */
    public CitationGate with(SupportModel other) {
        return new CitationGate(annotator, sentences, () -> other);
    }

    /**
     * Judges a statement against the sentences it cites. A statement without citation, or with one to an article not
     * given or to a sentence that does not exist or is not citable, is undecided with score 0.
     *
     * @param statement the statement; it is returned as it is
     * @param articles the articles its citations may name
     */
    public CheckedStatement check(Statement statement, Collection<Article> articles) {
        Set<String> broken = new LinkedHashSet<>();
        Set<Citation> pointers = new LinkedHashSet<>(statement.citations());
        List<String> cited = new ArrayList<>();
        for (Citation citation : pointers) {
            Optional<Article> article = articles.stream()
                    .filter(candidate -> candidate.id().equals(citation.articleId()))
                    .findFirst();
            if (article.isEmpty()) {
                broken.add("article " + citation.articleId() + " was not given");
            } else if (!article.get().has(citation.sentence())) {
                broken.add("sentence " + citation.sentence() + " does not exist");
            } else if (!article.get().sentence(citation.sentence()).citable()) {
                broken.add("sentence " + citation.sentence() + " is not to be cited");
            } else {
                cited.add(article.get().textOf(article.get().sentence(citation.sentence())));
            }
        }
        if (pointers.isEmpty()) {
            broken.add("no citation");
        }
        if (!broken.isEmpty()) {
            return new CheckedStatement(statement, Verdict.NOT_ENOUGH_INFO, 0, List.copyOf(broken));
        }
        Judgement judgement = judge(statement.claim(), cited);
        String gloss = statement.gloss();
        if (gloss != null && judgement.verdict() == Verdict.SUPPORTED) {
            judgement = inTwoLanguages(judgement, statement.text(), gloss, articles);
        }
        return new CheckedStatement(statement, judgement.verdict(), judgement.score(), judgement.reasons());
    }

    private Judgement inTwoLanguages(Judgement judgement, String text, String gloss, Collection<Article> articles) {
        List<String> reasons = new ArrayList<>(glossRule.check(text, gloss, List.copyOf(articles)));
        if (text.length() > MAX_CLAIM_UNITS) {
            reasons.add("statement is longer than " + MAX_CLAIM_UNITS + " characters");
        }
        // marks that are forbidden to a claim are forbidden to what the reader sees of it
        Claim shown = new Claim(annotator.annotate(text), annotator.lexicon());
        Evidence nothing = new Evidence(List.of(), annotator.lexicon());
        rules.stream()
                .limit(RULES_BESIDE_WORDS)
                .flatMap(rule -> rule.check(shown, nothing).stream())
                .map(Finding::reason)
                .forEach(reasons::add);
        return reasons.isEmpty()
                ? judgement
                : new Judgement(Verdict.NOT_ENOUGH_INFO, Math.min(0.49, judgement.score() / 2), reasons);
    }

    /**
     * Judges a claim against any text: one sentence or a whole article. In a long text a number or a name counts only
     * near what the claim says of it.
     *
     * @param claim the claim; longer than {@link #MAX_CLAIM_UNITS} it is refused
     * @param evidence the text it should rest on; may be empty
     */
    public Judgement judge(String claim, String evidence) {
        return judge(claim, split(evidence));
    }

    private Judgement judge(String text, List<String> sentencesOfEvidence) {
        if (text.length() > MAX_CLAIM_UNITS) {
            return Judgement.undecided("statement is longer than " + MAX_CLAIM_UNITS + " characters");
        }
        Evidence evidence = read(sentencesOfEvidence);
        Claim claim = claim(text, evidence);
        if (claim.text().tokens().stream().noneMatch(token -> token.isWord())) {
            return Judgement.undecided("statement has no words");
        }
        // copies are recognised by their words, which these two look beside
        boolean wordsAlone = rules.stream()
                .limit(RULES_BESIDE_WORDS)
                .allMatch(rule -> rule.check(claim, evidence).isEmpty());
        if (wordsAlone && VerbatimCopy.isCopy(claim, evidence)) {
            return new Judgement(Verdict.SUPPORTED, 1, List.of());
        }
        if (evidence.isEmpty()) {
            return Judgement.undecided("the evidence has no words");
        }
        List<Finding> findings = new ArrayList<>(rules.stream()
                .flatMap(rule -> rule.check(claim, evidence).stream())
                .distinct()
                .toList());
        Coverage coverage = Coverage.of(claim, evidence);
        if (model == null) {
            return combine(findings, coverage);
        }
        SupportModel.Reading reading = model.get().read(claim, evidence, found(claim, evidence), coverage);
        if (evidence.isText()) {
            // a summary says in its own words what stands apart: what follows is weighed there and no veto
            findings.removeIf(Finding::elsewhere);
            findings.addAll(reading.certain());
        } else {
            findings.addAll(reading.findings());
            findings.addAll(uncovered(coverage));
        }
        Judgement judged = combine(findings, reading);
        return judged.verdict() == Verdict.SUPPORTED ? entailed(judged, claim, evidence, model.get()) : judged;
    }

    /** What passed, unless an entailment model is there and finds that it does not follow. */
    private static Judgement entailed(Judgement judged, Claim claim, Evidence evidence, SupportModel model) {
        OptionalDouble probability = model.entailed(claim, evidence);
        if (probability.isEmpty() || probability.getAsDouble() >= LEAST_ENTAILED) {
            return judged;
        }
        return new Judgement(
                Verdict.NOT_ENOUGH_INFO,
                MOST_REFUSED * probability.getAsDouble(),
                List.of(String.format(
                        Locale.ROOT,
                        "the entailment model gives it a probability of %.2f",
                        probability.getAsDouble())));
    }

    /**
     * What {@link SupportForest} goes by of a claim and its evidence; empty where the rules alone decide: a copy, a text
     * too long or without words.
     *
     * @throws IllegalStateException when the gate has no model
     */
    public Optional<double[]> features(String claim, String evidence) {
        if (model == null) {
            throw new IllegalStateException("a gate of rules alone has no features");
        }
        Evidence read = read(split(evidence));
        Claim own = claim(claim, read);
        boolean undecidable = claim.length() > MAX_CLAIM_UNITS
                || read.isEmpty()
                || own.text().tokens().stream().noneMatch(Token::isWord);
        if (undecidable || VerbatimCopy.isCopy(own, read)) {
            return Optional.empty();
        }
        return Optional.of(model.get()
                .read(own, read, found(own, read), Coverage.of(own, read))
                .features());
    }

    private Map<String, List<Finding>> found(Claim claim, Evidence evidence) {
        return features.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, rule -> rule.getValue().check(claim, evidence)));
    }

    private Claim claim(String text, Evidence evidence) {
        String said = Attribution.without(text);
        return new Claim(evidence.sentence(said).orElseGet(() -> annotator.annotate(said)), annotator.lexicon());
    }

    private Evidence read(List<String> sentencesOfEvidence) {
        return read.get(
                sentencesOfEvidence,
                texts -> new Evidence(texts.stream().map(annotator::annotate).toList(), annotator.lexicon()));
    }

    private List<String> split(String evidence) {
        return sentences.apply(evidence).stream().map(span -> span.of(evidence)).toList();
    }

    /** The verdict by what the rules found, and where they found nothing by what was learned; the score by the latter. */
    private static Judgement combine(List<Finding> findings, SupportModel.Reading reading) {
        double probability = reading.probability();
        if (!findings.isEmpty()) {
            boolean refuted = findings.stream().anyMatch(Finding::conflict);
            return new Judgement(
                    refuted ? Verdict.REFUTED : Verdict.NOT_ENOUGH_INFO,
                    MOST_REFUSED * probability,
                    findings.stream().map(Finding::reason).distinct().toList());
        }
        if (probability < reading.least()) {
            return new Judgement(
                    Verdict.NOT_ENOUGH_INFO,
                    MOST_REFUSED * probability,
                    List.of("its words, read in context, are too far from what the evidence says"));
        }
        double beyond = (probability - reading.least()) / (1 - reading.least());
        return new Judgement(Verdict.SUPPORTED, 0.5 + beyond / 2, List.of());
    }

    private static List<Finding> uncovered(Coverage coverage) {
        double least = LEAST_COVERAGE + MORE_WHEN_SHORT / Math.sqrt(Math.max(1, coverage.count()));
        if (coverage.said() >= least) {
            return List.of();
        }
        String words = String.join(", ", coverage.missing().stream().limit(5).toList());
        return List.of(Finding.missing("too few of its words are in the evidence, not " + words));
    }

    /** The verdict by the findings and the coverage; the score by coverage, lowered by every finding. */
    private static Judgement combine(List<Finding> findings, Coverage coverage) {
        List<Finding> uncovered = uncovered(coverage);
        List<String> reasons = Stream.concat(findings.stream(), uncovered.stream())
                .map(Finding::reason)
                .toList();
        double content = (1 - WEIGHT_OF_ORDER) * coverage.said() + WEIGHT_OF_ORDER * coverage.order();
        double score = content * Math.pow(AFTER_FINDING, findings.size());
        if (reasons.isEmpty()) {
            return new Judgement(Verdict.SUPPORTED, Math.min(0.99, 0.5 + score / 2), reasons);
        }
        boolean refuted = uncovered.isEmpty() && findings.stream().anyMatch(Finding::conflict);
        return new Judgement(
                refuted ? Verdict.REFUTED : Verdict.NOT_ENOUGH_INFO, Math.min(MOST_REFUSED, score / 2), reasons);
    }
}
