package io.footnote.cli;

import io.footnote.desk.LogExport;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** What is typed after options, as what it stands for; what cannot be is told in words that name no class. */
final class Converters {
    private Converters() {}

    /** @param line with all its commands */
    static void register(CommandLine line) {
        line.registerConverter(LocalDate.class, Converters::day);
        line.registerConverter(LogExport.class, Converters::format);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("a day is written like 2026-11-26, got '" + typed + "'");
        }
    }

    private static LogExport format(String typed) {
        return Arrays.stream(LogExport.values())
                .filter(format -> format.extension().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("csv or jsonl, got '" + typed + "'"));
    }
}
