package io.footnote.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a site's robots.txt lets one program have, by RFC 9309: the rules of the groups that name the program, else those
 * of {@code *}; the longest rule that matches decides, allowing on ties; what no rule matches is allowed. {@code *} in a
 * rule stands for any characters, {@code $} at its end for the end of the path. Immutable.
 */
final class Robots {
    /** Everything is allowed. */
    static final Robots OPEN = new Robots(List.of());

    /** Lines beyond are not looked at. */
    private static final int MAX_LINES = 20_000;

    private final List<Rule> rules;

    private record Rule(boolean allow, String pattern) {}

    private Robots(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Reads the rules for a program of that name, in small letters. */
    static Robots parse(String text, String program) {
        List<Rule> own = new ArrayList<>();
        List<Rule> general = new ArrayList<>();
        boolean inAgents = false;
        boolean named = false;
        boolean any = false;
        boolean anyNamed = false;
        for (String line : text.lines().limit(MAX_LINES).toList()) {
            String rule = line.replaceFirst("#.*", "").strip();
            int colon = rule.indexOf(':');
            if (colon > 0) {
                String key = rule.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                String value = rule.substring(colon + 1).strip();
                if (key.equals("user-agent")) {
                    named = inAgents && named || value.toLowerCase(Locale.ROOT).equals(program);
                    any = inAgents && any || value.equals("*");
                    anyNamed |= named;
                    inAgents = true;
                } else if (key.equals("allow") || key.equals("disallow")) {
                    inAgents = false;
                    add(own, named, key, value);
                    add(general, any, key, value);
                }
            }
        }
        return new Robots(anyNamed ? own : general);
    }

    private static void add(List<Rule> rules, boolean concerned, String key, String value) {
        if (concerned && !value.isEmpty()) {
            rules.add(new Rule(key.equals("allow"), value));
        }
    }

    /** Whether the program may have that path, with its query. */
    boolean allows(String path) {
        Rule best = null;
        for (Rule rule : rules) {
            if (matches(rule.pattern(), path.isEmpty() ? "/" : path)
                    && (best == null
                            || rule.pattern().length() > best.pattern().length()
                            || (rule.pattern().length() == best.pattern().length() && rule.allow()))) {
                best = rule;
            }
        }
        return best == null || best.allow();
    }

    /** Without backtracking: each part between stars is looked for at its first place after the one before. */
    private static boolean matches(String pattern, String path) {
        boolean toEnd = pattern.endsWith("$");
        String[] parts = (toEnd ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
        if (!path.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int index = 1; index < parts.length; index++) {
            boolean last = index == parts.length - 1;
            int found = last && toEnd ? path.length() - parts[index].length() : path.indexOf(parts[index], at);
            if (found < at || !path.startsWith(parts[index], found)) {
                return false;
            }
            at = found + parts[index].length();
        }
        return !toEnd || at == path.length();
    }
}
