package io.footnote.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.footnote.Application;
import io.footnote.grounding.Judgement;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code verify}: whether evidence supports claims. */
@Command(name = "verify", description = "Judge whether the evidence supports each claim of a file.")
final class VerifyCommand implements Callable<Integer> {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Application application;
    private final Terminal terminal;

    @Option(
            names = "--jsonl",
            required = true,
            paramLabel = "FILE",
            description = "JSON lines with \"id\", \"claim\" and \"evidence\".")
    private Path file = Path.of("");

    VerifyCommand(Application application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    terminal.out().println(verdict(line, number));
                }
            }
            return 0;
        } catch (NoSuchFileException e) {
            throw new CommandException("There is no file " + file + ": check its name.", e);
        } catch (MalformedInputException e) {
            throw new CommandException(file + " is not UTF-8 text: save it as UTF-8.", e);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be read: check that it is a file and that you may.", e);
        }
    }

    private String verdict(String line, int number) {
        JsonNode object = parse(line, number);
        Judgement judgement = application.gate().judge(text(object, "claim", number), text(object, "evidence", number));
        ObjectNode verdict = JsonNodeFactory.instance.objectNode();
        verdict.put("id", text(object, "id", number));
        verdict.put("score", Math.round(judgement.score() * 10_000) / 10_000.0);
        verdict.put("verdict", judgement.verdict().name().toLowerCase(Locale.ROOT));
        ArrayNode reasons = verdict.putArray("reasons");
        judgement.reasons().forEach(reasons::add);
        return verdict.toString();
    }

    private JsonNode parse(String line, int number) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new CommandException(
                    file + ", line " + number
                            + " is not JSON: write one object with \"id\", \"claim\" and \"evidence\" a line.",
                    e);
        }
    }

    private String text(JsonNode object, String field, int number) {
        JsonNode value = object.get(field);
        if (value == null || !(value.isTextual() || (field.equals("id") && value.isNumber()))) {
            throw new CommandException(
                    file + ", line " + number + " has no \"" + field + "\" that is a string: add it.");
        }
        return value.asText();
    }
}
