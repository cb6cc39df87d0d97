package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.storage.LogFigures.Day;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class WeekChartTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");

    private static Day day(int daysAgo, long questions, long answered) {
        return new Day(TODAY.minusDays(daysAgo), questions, answered, 0, 2, 1, 0.9, 20, 90, 0);
    }

    @Test
    void theWeekEndsTodayAndDaysWithoutAQuestionCountNothing() {
        List<Day> days = List.of(day(7, 9, 9), day(6, 5, 4), day(0, 3, 1));
        assertThat(WeekChart.counts(days, TODAY, Day::answered)).containsExactly(4L, 0L, 0L, 0L, 0L, 0L, 1L);
        assertThat(WeekChart.counts(days, TODAY, Day::refused)).containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 2L);
    }

    @Test
    void thePictureHasBarsInBothColoursInEveryLanguage() throws IOException {
        for (Map.Entry<Tongue, Texts> one : Texts.all().entrySet()) {
            byte[] png = new WeekChart(one.getValue()).png(List.of(day(6, 5, 4), day(0, 3, 1)), TODAY);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            int[] above = image.getRGB(0, 0, ChartPicture.WIDTH, ChartPicture.HEIGHT, null, 0, ChartPicture.WIDTH);
            assertThat(Arrays.stream(above)
                            .filter(colour -> colour == 0xff2f7d32)
                            .count())
                    .as("answered, " + one.getKey())
                    .isGreaterThan(1_000);
            assertThat(Arrays.stream(above)
                            .filter(colour -> colour == 0xffc4572a)
                            .count())
                    .as("refused, " + one.getKey())
                    .isGreaterThan(500);
        }
    }
}
