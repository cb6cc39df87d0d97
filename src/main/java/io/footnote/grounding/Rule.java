package io.footnote.grounding;

import java.util.List;

/** One thing a claim must not get wrong. Implementations are stateless. */
interface Rule {

    /** What speaks against the claim, in the claim's order; empty when nothing does. */
    List<Finding> check(Claim claim, Evidence evidence);
}
