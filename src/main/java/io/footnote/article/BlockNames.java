package io.footnote.article;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the makers of pages call the parts that a body is, and those it is not: words in classes and ids. Stateless. */
final class BlockNames {
    static final Pattern BODY = words("article[-_ ]?(?:body|content|text|copy)|story[-_ ]?(?:body|content|text)"
            + "|(?:post|entry|page|main|body|rich|wysiwyg)[-_ ]?(?:content|body|text|copy)|articlebody|entry|hentry|prose"
            + "|body[-_ ]?copy|paragraphs?|field-name-body|content__body|copy");
    static final Pattern CHROME =
            words("nav(?:igation|bar)?|menu|footer|header|masthead|sidebar|side[-_ ]?bar|breadcrumbs?"
                    + "|toolbar|pagination|pager|cookies?|consent|gdpr|banner|popup|modal|overlay|login|sign[-_ ]?in|copyright"
                    + "|legal|skip|search|widget|tags?|topics?|categor(?:y|ies)|toc|rail|aside|utility|hidden|sr-only"
                    + "|screen-reader-text|visually-hidden|disclaimer|notice");
    static final Pattern TEASER =
            words("related|recommend(?:ed|ations?)?|more[-_ ]?(?:from|stories|news|on)|read[-_ ]?(?:more"
                    + "|next|also)|teasers?|promo(?:s|tion|ted)?|trending|popular|most[-_ ]?read|latest|also|next|prev(?:ious)?"
                    + "|outbrain|taboola|newsletters?|subscri(?:be|ption)s?|sign[-_ ]?up|ads?|advert(?:s|isements?)?|sponsor(?:ed)?"
                    + "|dfp|cta|callout|paywall|donat(?:e|ion)|offers?|inline-link|see[-_ ]?also|carousel|slider|cards?|list-item"
                    + "|pull[-_ ]?quote|embed");
    static final Pattern COMMENT = words("comments?|disqus|replies|reply|respond|discussion|livefyre|reviews?");
    static final Pattern CAPTION =
            words("captions?|credits?|photo(?:s|graph|-info)?|image|img|media|figure|gallery|video"
                    + "|slideshow|wp-caption-text|thumbnail");
    static final Pattern AUTHOR =
            words("author(?:s|-info|-bio|-box)?|byline|bio|by[-_ ]?line|contributors?|meta|date|dateline"
                    + "|time(?:stamp)?|published|updated|kicker|eyebrow|info|profile");
    static final Pattern SHARE =
            words("share|sharing|social|follow|facebook|twitter|pinterest|whatsapp|addtoany|sharedaddy"
                    + "|tools?|actions?|print|email|likes?");

    /** How many characters of classes and ids are looked at. */
    private static final int LONGEST = 300;

    private BlockNames() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<![a-z])(?:" + alternatives + ")(?![a-z])");
    }

    /** The classes and id of an element with the words of camel case apart, in small letters. */
    static String of(Element element) {
        String names = element.className() + ' ' + element.id();
        if (names.length() > LONGEST) {
            names = names.substring(0, LONGEST);
        }
        StringBuilder apart = new StringBuilder(names.length() + 8);
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(names.charAt(i - 1))) {
                apart.append('-');
            }
            apart.append(Character.toLowerCase(c));
        }
        return apart.toString();
    }
}
