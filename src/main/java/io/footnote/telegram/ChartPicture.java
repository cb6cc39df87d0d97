package io.footnote.telegram;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.knowm.xchart.internal.chartpart.Chart;

/** Two charts, one below the other, as a picture that fits a chat. */
final class ChartPicture {
    /** How wide the picture is, in pixels. */
    static final int WIDTH = 900;

    /** How high each chart is, in pixels. */
    static final int HEIGHT = 420;

    private ChartPicture() {}

    /** The picture as PNG. */
    static byte[] png(Chart<?, ?> above, Chart<?, ?> below) {
        BufferedImage picture = new BufferedImage(WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, WIDTH, 2 * HEIGHT);
            above.paint(graphics, WIDTH, HEIGHT);
            graphics.translate(0, HEIGHT);
            below.paint(graphics, WIDTH, HEIGHT);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture can be written to memory", e);
        }
        return bytes.toByteArray();
    }
}
