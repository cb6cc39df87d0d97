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
            if (found.isEmpty()) {
                boolean conflict = evidence.closest(context).stream()
                        .mapToObj(index -> evidence.sentences().get(index))
                        .flatMap(sentence -> sentence.dates().stream())
                        .anyMatch(date::contradicts);
                findings.add(new Finding(written + " is not in the evidence", conflict));
            } else if (!evidence.near(context, found)) {
                findings.add(Finding.missing(written + " stands elsewhere in the evidence"));
            }
        }
        return findings;
    }

    private static boolean gives(AnnotatedText sentence, DateMention date) {
        boolean asNumber = date.yearAlone()
                && sentence.quantities().stream()
                        .anyMatch(quantity -> quantity.kind() == Kind.COUNT
                                && quantity.value().compareTo(BigDecimal.valueOf(date.year())) == 0);
        return asNumber || sentence.dates().stream().anyMatch(date::containedIn);
    }
}
