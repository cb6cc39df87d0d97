package io.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.language.SentenceSplitter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/** Texts out of PDF documents that the tests write. */
final class PdfTextTest {
    private final ArticleReader reader = new ArticleReader(new SentenceSplitter());

    private Article read(byte[] bytes) {
        return reader.read(new Document("paper.pdf", "paper.pdf", bytes, null, null, null));
    }

    private static byte[] pdf(String password, String... pages) throws IOException {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (String lines : pages) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                    content.setLeading(14);
                    content.newLineAtOffset(60, 740);
                    for (String line : lines.split("\n", -1)) {
                        content.showText(line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            if (!password.isEmpty()) {
                pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void joinsLinesAndBrokenWordsAndLeavesRunningHeads() throws IOException {
        byte[] bytes = pdf(
                "",
                "The Nordvik Times\nThe harbour froze over on Tuesday, and the fish-\ning boats could not leave their berths.\n \n"
                        + "The council ordered an icebreaker, which\n1",
                "The Nordvik Times\ncomes from the south next week.\n2",
                "The Nordvik Times\nThe crews are paid for every day that they lose.\n3");

        assertThat(read(bytes).text())
                .isEqualTo("The harbour froze over on Tuesday, and the fishing boats could not leave their berths.\n\n"
                        + "The council ordered an icebreaker, which comes from the south next week.\n\n"
                        + "The crews are paid for every day that they lose.");
    }

    @Test
    void refusesLockedDamagedAndEmptyDocuments() throws IOException {
        byte[] good = pdf("", "A line of text.");

        assertThatThrownBy(() -> read(pdf("secret", "A line."))).hasMessageContaining("locked with a password");
        assertThatThrownBy(() -> read(Arrays.copyOf(good, good.length / 3))).hasMessageContaining("damaged PDF");
        assertThatThrownBy(() -> read("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("damaged PDF");
        assertThatThrownBy(() -> read(pdf("", ""))).hasMessageContaining("PDF without text");
    }

    @Test
    void measuresABombWithoutUnpackingItIntoMemory() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, new Deflater(9))) {
            byte[] zeros = new byte[1 << 20];
            for (long written = 0; written <= PdfStreams.MAX_UNPACKED; written += zeros.length) {
                stream.write(zeros);
            }
        }
        assertRefusedAsBomb("/Filter /FlateDecode", packed.toByteArray());
        assertRefusedAsBomb("/Filter [/FlateDecode /FlateDecode]", new byte[1 << 16]);
        assertRefusedAsBomb("/Filter /LZWDecode", new byte[1 << 16]);
    }

    private void assertRefusedAsBomb(String filter, byte[] data) throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(("%PDF-1.7\n1 0 obj\n<< " + filter + " /Length " + data.length + " >>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        bomb.write(data);
        bomb.write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> read(bomb.toByteArray()))
                .isInstanceOf(ArticleException.class)
                .hasMessageContaining("unpacks to more than the 128 MiB");
    }
}
