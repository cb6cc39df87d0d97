package io.footnote.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders the templates. Safe for any number of threads. */
final class Pages {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), "io.footnote.desk");

    /**
     * Sends a page.
     *
     * @param template its name without ending
     * @param title what the browser's tab says
     * @param moderator who is signed in, or null
     * @param values the template's other parameters
     */
    void send(Context context, String template, String title, @Nullable Moderator moderator, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("frame", new Frame(title, moderator, context.path()));
        StringOutput out = new StringOutput();
        engine.render(template + ".jte", all, out);
        context.contentType("text/html;charset=utf-8").result(out.toString());
    }
}
