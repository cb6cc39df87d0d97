package io.footnote.language;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds tokens, numbers, dates and names in English text. Linear in the text's length; fails on no text. Safe for any
 * number of threads.
 */
public final class Annotator {

    private static final int LONGEST_COUNTRY_WORDS = 4;

    private final Lexicon lexicon;
    private final Tokenizer tokenizer;
    private final DateFinder dateFinder = new DateFinder();
    private final QuantityFinder quantityFinder;
    private final NameFinder nameFinder;

    /** @param lexicon the facts about words to go by */
    public Annotator(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.tokenizer = new Tokenizer(lexicon);
        this.quantityFinder = new QuantityFinder(lexicon);
        this.nameFinder = new NameFinder(lexicon);
    }

    /** The text with everything found in it. */
    public AnnotatedText annotate(String text) {
        List<Token> tokens = mergeCountries(text, tokenizer.tokenize(text));
        List<DateMention> dates = dateFinder.find(tokens);
        BitSet taken = new BitSet(tokens.size());
        dates.forEach(date -> taken.set(date.first(), date.last() + 1));
        List<Quantity> quantities = quantityFinder.find(tokens, taken);
        quantities.forEach(quantity -> taken.set(quantity.first(), quantity.last() + 1));
        return new AnnotatedText(text, tokens, quantities, dates, nameFinder.find(tokens, taken));
    }

    /** The facts about words this annotator goes by. */
    public Lexicon lexicon() {
        return lexicon;
    }

    /** One token for each country, whichever way it is named. */
    private List<Token> mergeCountries(String text, List<Token> tokens) {
        List<Token> merged = new ArrayList<>(tokens.size());
        int index = 0;
        while (index < tokens.size()) {
            Token country = null;
            int length = Math.min(LONGEST_COUNTRY_WORDS, tokens.size() - index);
            for (; length > 0 && country == null; length--) {
                country = country(text, tokens.subList(index, index + length));
            }
            merged.add(country == null ? tokens.get(index) : country);
            index += country == null ? 1 : length + 1;
        }
        return merged;
    }

    private @Nullable Token country(String text, List<Token> phrase) {
        Token first = phrase.getFirst();
        // a lower-case word is the country only in text that has no capitals, where it does no harm to ask by letters
        if (first.type() != Token.Type.WORD || phrase.getLast().type() != Token.Type.WORD) {
            return null;
        }
        String written = String.join(" ", phrase.stream().map(Token::surface).toList());
        String country = lexicon.country(written);
        if (country == null) {
            return null;
        }
        Token last = phrase.getLast();
        String surface = text.substring(first.start(), last.end());
        String norm = String.join(" ", phrase.stream().map(Token::norm).toList());
        return new Token(first.start(), last.end(), surface, norm, country, Token.Type.WORD);
    }
}
