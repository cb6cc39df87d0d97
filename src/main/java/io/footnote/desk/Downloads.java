package io.footnote.desk;

import io.javalin.http.Context;

/** Files that a browser keeps rather than shows. */
final class Downloads {
    private Downloads() {}

    /** @param name the file's, of letters, digits, full stops and hyphens */
    static void begin(Context context, String contentType, String name) {
        context.contentType(contentType).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
