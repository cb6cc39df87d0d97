package io.footnote.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Named groups of words, read from a resource: {@code [group]} opens a group, {@code #} a comment, everything else is
 * words between spaces. An entry in lower case is found in any case; one with a capital as it stands and all in
 * capitals. Immutable and safe for any number of threads.
 */
final class WordGroups {
    private final Map<String, Set<String>> groups;

    private WordGroups(Map<String, Set<String>> groups) {
        this.groups = groups;
    }

    /**
     * Whether the word belongs to the group.
     *
     * @throws IllegalArgumentException when there is no such group
     */
    boolean has(String group, String word) {
        Set<String> words = groups.get(group);
        if (words == null) {
            throw new IllegalArgumentException("no group of words is called " + group);
        }
        return words.contains(word) || words.contains(word.toLowerCase(Locale.ROOT));
    }

    /**
     * Reads the groups of a resource beside this class.
     *
     * @throws IllegalStateException when the resource is missing or a word stands before the first group
     */
    static WordGroups of(String resource) {
        try (InputStream stream = WordGroups.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its word list " + resource);
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return parse(resource, reader.lines().toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the word list " + resource + " cannot be read", e);
        }
    }

    private static WordGroups parse(String resource, List<String> lines) {
        Map<String, Set<String>> groups = new HashMap<>();
        Set<String> group = null;
        for (String line : lines.stream().map(String::strip).toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                group = groups.computeIfAbsent(line.substring(1, line.length() - 1), name -> new HashSet<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                if (group == null) {
                    throw new IllegalStateException(resource + " must name a group before the words: " + line);
                }
                for (String word : Arrays.asList(line.split("\\s+"))) {
                    group.add(word);
                    if (!word.equals(word.toLowerCase(Locale.ROOT))) {
                        group.add(word.toUpperCase(Locale.ROOT));
                    }
                }
            }
        }
        Map<String, Set<String>> frozen = new HashMap<>();
        groups.forEach((name, words) -> frozen.put(name, Set.copyOf(words)));
        return new WordGroups(Map.copyOf(frozen));
    }
}
