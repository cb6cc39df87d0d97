package io.footnote.article;

import java.util.regex.Pattern;

/** Turns of phrase by which a block gives itself away as no part of the body. Stateless. */
final class BlockWords {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Points to another page. */
    static final Pattern MORE = Pattern.compile(
            "\\W{0,3}(?:read (?:more|also|next|the (?:full|whole)|our)|see (?:also|more)|more (?:on|from|about|stories|news)"
                    + "|related|also (?:read|see|on)|watch|click (?:here|to)|continue reading|recommended|you (?:may|might) "
                    + "(?:also )?(?:like|be interested)|don.t miss|up next|next (?:story|article|post)|previous (?:article|post|story)"
                    + "|find out more|learn more|listen to|download|view (?:more|all|gallery)|show more|load more|back to"
                    + "|lire aussi|mehr zum|lesen sie|leer más|читайте|подробнее|source:|via:)\\b.*",
            FLAGS);
    /** Says who made a picture or a text, or whose it is. */
    static final Pattern CREDIT = Pattern.compile(
            "\\W{0,3}(?:(?:photo|image|picture|video|illustration|file photo|getty|reuters|ap photo|screenshot)\\b.{0,80}"
                    + "|by [A-Z].{0,60}|written by.{0,80}|author.{0,60}|copyright.*|©.*|\\(c\\).*|all rights reserved.*|credit.{0,80}"
                    + "|courtesy.{0,80})|.*(?:all rights reserved|©|\\(AP Photo|Getty Images|/Reuters|via AP\\)).{0,80}",
            FLAGS);
    /** Wants something of the reader. */
    static final Pattern OFFER = Pattern.compile(
            ".*(?:sign up|subscri(?:be|ption)|newsletter|follow (?:us|me|him|her|@)|share (?:this|on|via)|tweet|like us|cookies?"
                    + "|log ?in|sign ?in|register|advertisement|sponsored|your (?:email|inbox)|privacy policy|terms of (?:use|service)"
                    + "|join (?:us|our|the conversation)|leave a (?:comment|reply)|comments?\\b|contact (?:us|the)|download the app"
                    + "|opens in (?:a )?new window|support us|donate|free trial|get (?:the|our) ).*",
            FLAGS);

    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern DATE = Pattern.compile(
            ".*(?:\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b|\\d{1,2}[:./-]\\d{2}|\\bago\\b|published|updated"
                    + "|posted|min read).*",
            FLAGS);
    private static final int LONGEST_DATE = 90;
    /** Longer blocks are not searched for turns of phrase. */
    private static final int LONGEST = 400;

    private BlockWords() {}

    /** Whether the words are these. */
    static boolean says(Pattern turn, String text) {
        return text.length() <= LONGEST && turn.matcher(text).matches();
    }

    /** Whether the words are little but a date. */
    static boolean isDate(String text) {
        return text.length() <= LONGEST_DATE
                && DIGIT.matcher(text).find()
                && DATE.matcher(text).matches();
    }
}
