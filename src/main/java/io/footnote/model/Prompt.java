package io.footnote.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text that asks a chat model for one task, with {@code {{placeholders}}}, and the JSON schema of the reply. Read
 * from {@code TASK.md}, which has a part headed {@code ## System} and one headed {@code ## User}, and
 * {@code TASK.schema.json} beside it. Immutable.
 */
public final class Prompt {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z_]+)}}");
    private static final Pattern PARTS = Pattern.compile("\\A## System\\n(.*)\\n## User\\n(.*)\\z", Pattern.DOTALL);

    private final String task;
    private final String system;
    private final String user;
    private final String schema;
    private final String hash;

    private Prompt(String task, String system, String user, String schema, String hash) {
        this.task = task;
        this.system = system;
        this.user = user;
        this.schema = schema;
        this.hash = hash;
    }

    /**
     * Reads a task's prompt.
     *
     * @param folder where the prompts are
     * @param task the name of its files without their endings
     * @param placeholders the names that the program fills in
     * @throws PromptException when a file is missing or malformed, or has a placeholder that nobody fills, or lacks one
     *     that the program would fill
     */
    public static Prompt read(Path folder, String task, Set<String> placeholders) {
        String text = text(folder.resolve(task + ".md"));
        String schema = text(folder.resolve(task + ".schema.json"));
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new PromptException(folder.resolve(task + ".md")
                    + " must begin with a line \"## System\" and have a line \"## User\" after it.");
        }
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(result -> found.add(result.group(1)));
        Set<String> unknown = new TreeSet<>(found);
        unknown.removeAll(placeholders);
        Set<String> unused = new TreeSet<>(placeholders);
        unused.removeAll(found);
        if (!unknown.isEmpty() || !unused.isEmpty()) {
            throw new PromptException(folder.resolve(task + ".md") + " must have the placeholders "
                    + new TreeSet<>(placeholders) + ": unknown are " + unknown + ", missing are " + unused + ".");
        }
        return new Prompt(task, parts.group(1).strip(), parts.group(2).strip(), schema, sha256(text + "\0" + schema));
    }

    /**
     * The prompts of a folder by their hashes, for whoever looks at a recorded call. What is no prompt is left out.
     *
     * @return the file's text by hash, see {@link #hash}
     */
    public static Map<String, String> texts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                Path schema = Path.of(file.toString().replaceFirst("[.]md$", ".schema.json"));
                if (Files.isRegularFile(schema)) {
                    String text = text(file);
                    texts.put(sha256(text + "\0" + text(schema)), text);
                }
            }
            return texts;
        } catch (IOException e) {
            throw new PromptException("The prompts in " + folder + " cannot be read: restore them.", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new PromptException("The prompt " + file + " cannot be read: restore it from the distribution.", e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The prompt with its placeholders filled. What is filled in is not searched for placeholders again.
     *
     * @param values one for each placeholder
     * @throws IllegalArgumentException when one is missing
     */
    public FilledPrompt fill(Map<String, String> values) {
        return new FilledPrompt(task, fill(system, values), fill(user, values), schema, hash);
    }

    private static String fill(String template, Map<String, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("placeholder " + match.group(1) + " must have a value");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** The SHA-256 of the template and its schema, in hexadecimal: its version. */
    public String hash() {
        return hash;
    }
}
