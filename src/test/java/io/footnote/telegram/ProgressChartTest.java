package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.quiz.Rating;
import io.footnote.quiz.Schedule;
import io.footnote.quiz.Scheduler;
import io.footnote.storage.Learners;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ProgressChartTest {
    @Test
    void aPictureShowsEachKindOfFactAndTheAnswersOfEachDay() throws IOException {
        Texts texts = Objects.requireNonNull(Texts.all().get(Tongue.ENGLISH));
        Schedule fresh = new Scheduler().review(null, Rating.AGAIN, QuizFixture.MONDAY);
        byte[] png = new ProgressChart(texts, id -> "The lighthouse school")
                .png(
                        List.of(new Learners.Learned("f", "a", fresh)),
                        List.of(
                                new Learners.Answered("a", true, QuizFixture.MONDAY),
                                new Learners.Answered("a", false, QuizFixture.MONDAY.plus(Duration.ofDays(2)))),
                        QuizFixture.MONDAY);

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(900);
        assertThat(image.getRGB(0, 0, 900, 840, null, 0, 900)).contains(0xFFFFFFFF);
        assertThat(Arrays.stream(image.getRGB(0, 0, 900, 840, null, 0, 900))
                        .distinct()
                        .count())
                .as("colours of text, axes and bars")
                .isGreaterThan(20);
    }
}
