package io.footnote.retrieval;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question asks for, by its interrogative and the noun that follows it. */
enum QuestionType {
    /** Somebody. */
    PERSON,
    /** Somewhere. */
    PLACE,
    /** A time. */
    TIME,
    /** How long something takes. */
    DURATION,
    /** How many, or how much of something. */
    NUMBER,
    /** A sum of money. */
    MONEY,
    /** A share. */
    PERCENT,
    /** Why. */
    REASON,
    /** How. */
    MANNER,
    /** What somebody or something is. */
    DEFINITION,
    /** What somebody said. */
    SPEECH,
    /** A name, of what or which something. */
    NAME,
    /** Whether something is so. */
    POLAR,
    /** Anything else. */
    OTHER;

    private record Rule(QuestionType type, Pattern pattern) {}

    private static final Rule[] RULES = {
        rule(
                REASON,
                "\\bwhy\\b|\\bwhat (?:was |is |were |are )?(?:the )?(?:main |primary )?(?:reasons?|causes?|caused|motive)\\b|\\bfor what reasons?\\b|\\bhow come\\b"),
        rule(
                PERCENT,
                "\\b(?:what|which|how much|how many)\\b.{0,25}\\b(?:percent|percentage|per cent|proportion|share|fraction)\\b"),
        rule(
                DURATION,
                "\\bhow long\\b|\\b(?:how many|number of) (?:years|days|months|weeks|hours|minutes|decades|seconds)\\b|\\bhow old\\b|\\bwhat age\\b"),
        rule(
                MONEY,
                "\\bhow much (?:money|did .* (?:cost|pay|spend|sell|earn|make|raise)|does .* (?:cost|pay|spend|earn)|was .* (?:worth|paid|spent|sold)|is .* worth)\\b|\\bwhat\\b.{0,20}\\b(?:price|cost|salary|budget|revenue|income|value)\\b"),
        rule(
                NUMBER,
                "\\bhow (?:many|much|tall|high|far|big|large|deep|wide|fast|heavy|often|likely|close)\\b|\\bwhat (?:is |was |are |were )?(?:the )?(?:total |average |estimated |approximate )*(?:number|population|size|rate|height|length|temperature|speed|score|amount|area|distance)\\b"),
        rule(
                TIME,
                "\\bwhen\\b|\\b(?:what|which) (?:year|date|day|month|century|decade|time|season|period|era|point in time)\\b|\\bhow recently\\b|\\bsince when\\b"),
        rule(
                PLACE,
                "\\bwhere\\b|\\b(?:what|which) (?:[a-z]+ )?(?:country|countries|city|cities|town|place|location|state|region|continent|island|river|province|county|village|area|venue|stadium|street|nation|territory)\\b"),
        rule(
                SPEECH,
                "\\bwhat (?:did|does|do|has|have|had|was|were)\\b.{1,60}\\b(?:say|said|says|claim|argue|suggest|think|believe|tell|told|saying|describe|call|called|announce|warn|respond|answer|reply)\\b|\\bhow (?:did|does|do)\\b.{1,60}\\b(?:describe|respond|react)\\b"),
        rule(
                DEFINITION,
                "^(?:who|what) (?:is|are|was|were) (?:an? |the )?[\\p{L}\\p{N}'’.-]+(?: [\\p{L}\\p{N}'’.-]+){0,2}\\W*$|\\bdefin(?:e|ition)\\b|\\bmeaning of\\b|\\bstand for\\b"),
        rule(
                PERSON,
                "\\b(?:who|whom|whose)\\b|\\b(?:what|which) (?:[a-z]+ )?(?:person|man|woman|people|president|king|queen|leader|author|actor|actress|player|scientist|singer|artist|emperor|general|politician|minister|official|character|coach|quarterback)\\b"),
        rule(MANNER, "\\bhow\\b|\\b(?:what|which) (?:way|method|means)\\b"),
        rule(
                NAME,
                "\\b(?:what|which)\\b.*\\b(?:name|named|called|known|title)\\b|\\bwhich\\b|\\bwhat (?!is|was|are|were|did|does|do|has|have|had|can|could|would|will|should|kind|type|sort|happen)[a-z]+\\b"),
        rule(POLAR, "^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\\b"),
    };

    private static Rule rule(QuestionType type, String pattern) {
        return new Rule(type, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }

    /** The first type whose rule the question meets; the order of the rules is part of them. */
    static QuestionType of(String question) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(question.strip());
            if (matcher.find()) {
                return rule.type();
            }
        }
        return OTHER;
    }
}
