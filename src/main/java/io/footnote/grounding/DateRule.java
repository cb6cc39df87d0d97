package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import io.footnote.language.DateMention;
import io.footnote.language.Quantity.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Every date of the claim is said, or contained in a fuller one, near what the claim says of it. */
final class DateRule implements Rule {

    @Override
    public List<Finding> check(Claim claim, Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (DateMention date : claim.text().dates()) {
            String written = "date " + claim.text().written(date.first(), date.last());
            Set<String> context = claim.context(date.first(), date.last());
            BitSet found = new BitSet();
            for (int index = 0; index < evidence.sentences().size(); index++) {
                found.set(index, gives(evidence.sentences().get(index), date));
            }
            if (found.isEmpty() && date.year() != 0 && date.month() != 0) {
                found = withYearElsewhere(date, evidence);
            }
            if (found.isEmpty()) {
                boolean conflict = evidence.closest(context).stream()
                        .mapToObj(index -> evidence.sentences().get(index))
                        .flatMap(sentence -> sentence.dates().stream())
                        .anyMatch(date::contradicts);
                findings.add(Finding.of(written + " is not in the evidence", conflict));
            } else if (!evidence.near(claim.keys(), context, found)) {
                findings.add(Finding.elsewhere(written + " stands elsewhere in the evidence"));
            }
        }
        return findings;
    }

    /** The sentences that give day and month without a year, where the evidence has the year in another sentence. */
    private static BitSet withYearElsewhere(DateMention date, Evidence evidence) {
        BitSet found = new BitSet();
        boolean yearKnown = evidence.sentences().stream()
                .flatMap(sentence -> sentence.dates().stream())
                .anyMatch(other -> other.year() == date.year() && !other.decade());
        DateMention inYear =
                new DateMention(date.first(), date.last(), 0, date.month(), date.day(), date.weekday(), false);
        for (int index = 0; yearKnown && index < evidence.sentences().size(); index++) {
            boolean here = evidence.sentences().get(index).dates().stream()
                    .anyMatch(other -> other.year() == 0 && inYear.containedIn(other));
            found.set(index, here);
        }
        return found;
    }

    private static boolean gives(AnnotatedText sentence, DateMention date) {
        boolean asNumber = date.yearAlone()
                && sentence.quantities().stream()
                        .anyMatch(quantity -> quantity.kind() == Kind.COUNT
                                && quantity.value().compareTo(BigDecimal.valueOf(date.year())) == 0);
        return asNumber || sentence.dates().stream().anyMatch(date::containedIn);
    }
}
