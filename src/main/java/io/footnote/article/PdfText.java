package io.footnote.article;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * The text of a PDF, by PDFBox: in the order in which the document writes it, which is the order of reading in what
 * typesetters make; paragraphs by their spacing; {@link PdfLines} puts lines together. At most {@value #MAX_PAGES} pages
 * and {@value #MAX_OPERATORS} drawing operators; {@link PdfStreams} bounds what it unpacks to. Stateless.
 */
final class PdfText {
    static final int MAX_PAGES = 500;
    static final int MAX_OPERATORS = 5_000_000;

    private PdfText() {}

    /** @throws ArticleException when it is damaged, locked with a password, too large unpacked, or has no text */
    static Extract read(Document document) {
        PdfStreams.check(document);
        try (PDDocument pdf = Loader.loadPDF(document.bytes())) {
            if (pdf.getNumberOfPages() > MAX_PAGES) {
                throw new ArticleException(document.source() + " has " + pdf.getNumberOfPages()
                        + " pages, more than the " + MAX_PAGES + " that are read; give a part of it");
            }
            List<String> pages = pagesOf(document, pdf);
            String text = PdfLines.join(pages);
            if (text.isBlank()) {
                throw new ArticleException(document.source()
                        + " is a PDF without text, such as a scan; recognise its text first and give that");
            }
            PDDocumentInformation information = pdf.getDocumentInformation();
            return new Extract(
                    stated(information.getTitle()),
                    new Publication(
                            stated(information.getAuthor()),
                            null,
                            time(information.getCreationDate()),
                            time(information.getModificationDate())),
                    null,
                    document.address(),
                    text,
                    List.of());
        } catch (InvalidPasswordException e) {
            throw new ArticleException(
                    document.source() + " is locked with a password; save a copy without one and give that", e);
        } catch (IOException | RuntimeException e) {
            if (e instanceof ArticleException explained) {
                throw explained;
            }
            // PDFBox meets damage with many kinds of exceptions
            throw new ArticleException(document.source() + " is a damaged PDF; give another copy of it", e);
        } catch (StackOverflowError e) {
            throw new ArticleException(document.source() + " is a PDF nested too deeply to be read", e);
        }
    }

    private static List<String> pagesOf(Document document, PDDocument pdf) throws IOException {
        Stripper stripper = new Stripper(document.source());
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            StringWriter text = new StringWriter();
            stripper.writeText(pdf, text);
            pages.add(text.toString());
        }
        return pages;
    }

    private static @Nullable String stated(@Nullable String text) {
        String collapsed = text == null ? "" : PageBlocks.collapse(text);
        boolean says =
                !collapsed.isEmpty() && !collapsed.toLowerCase(Locale.ROOT).startsWith("untitled");
        return says && collapsed.length() <= 400 ? collapsed : null;
    }

    private static @Nullable OffsetDateTime time(@Nullable Calendar date) {
        return date == null
                ? null
                : OffsetDateTime.ofInstant(
                        Instant.ofEpochMilli(date.getTimeInMillis()),
                        ZoneOffset.ofTotalSeconds(date.getTimeZone().getOffset(date.getTimeInMillis()) / 1000));
    }

    /** Counts what the document makes it do. */
    private static final class Stripper extends PDFTextStripper {
        private final String source;
        private int operators;
        private int characters;

        Stripper(String source) {
            this.source = source;
            setParagraphStart("");
            setParagraphEnd("\n");
            setLineSeparator("\n");
            setPageEnd("\n");
            setAddMoreFormatting(true);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++operators > MAX_OPERATORS) {
                throw new ArticleException(source + " draws more than a document that can be read");
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void writeString(String text) throws IOException {
            characters += text.length();
            if (characters > ArticleReader.MAX_LENGTH) {
                throw ArticleReader.tooLong(source);
            }
            super.writeString(text);
        }
    }
}
