package io.footnote.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;

/**
 * Styles and scripts, from the program's own resources and its WebJars. They are read at the start and served by name,
 * so that no path that a browser sends ever reaches the class path. Safe for any number of threads.
 */
final class Assets {
    private static final String WEBJARS = "/META-INF/resources/webjars/";

    private final Map<String, Asset> byName = Map.of(
            "desk.css", own("desk.css", "text/css"),
            "reading.css", own("reading.css", "text/css"),
            "desk.js", own("desk.js", "text/javascript"),
            "htmx.js", webJar("htmx.org", "dist/htmx.min.js"),
            "chart.js", webJar("chart.js", "dist/chart.umd.min.js"));

    private record Asset(byte[] bytes, String type) {}

    void serve(Context context) {
        Asset asset = byName.get(context.pathParam("name"));
        if (asset == null) {
            throw Refusal.notFound("file");
        }
        context.header("Cache-Control", "no-cache")
                .contentType(asset.type() + ";charset=utf-8")
                .result(asset.bytes());
    }

    private static Asset own(String name, String type) {
        return new Asset(bytes("/io/footnote/desk/" + name), type);
    }

    private static Asset webJar(String artifact, String file) {
        Properties about = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            about.load(in);
        } catch (IOException e) {
            throw new DeskException("The web library " + artifact + " cannot be read: build the program anew.", e);
        }
        return new Asset(
                bytes(WEBJARS + artifact + "/" + about.getProperty("version") + "/" + file), "text/javascript");
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new DeskException(
                    "The file " + resource + " of the pages cannot be read: build the program anew.", e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = Assets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is missing");
        }
        return in;
    }
}
