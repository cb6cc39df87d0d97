package io.footnote.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Takes out of a page what no reader sees as text of it: scripts, forms' controls, pictures, what is hidden. */
final class PageCleaning {
    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "canvas",
            "iframe",
            "object",
            "embed",
            "audio",
            "video",
            "map",
            "head",
            "button",
            "select",
            "option",
            "textarea",
            "input",
            "datalist",
            "dialog",
            "menu",
            "amp-ad",
            "amp-embed",
            "ins.adsbygoogle");

    private PageCleaning() {}

    /** Removes it from the tree. The head goes as well: read it before. */
    static void clean(Document page) {
        List<Node> unseen = new ArrayList<>();
        page.traverse((node, depth) -> {
            if (node instanceof Comment || (node instanceof Element element && isUnseen(element))) {
                unseen.add(node);
            }
        });
        unseen.forEach(Node::remove);
    }

    private static boolean isUnseen(Element element) {
        if (UNSEEN.contains(element.normalName())) {
            return true;
        }
        if (element.normalName().equals("body") || element.normalName().equals("html")) {
            return false;
        }
        String style = element.attr("style").replace(" ", "");
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equalsIgnoreCase("true")
                || style.contains("display:none")
                || style.contains("visibility:hidden");
    }
}
