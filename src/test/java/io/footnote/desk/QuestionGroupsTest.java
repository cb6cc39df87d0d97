package io.footnote.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.desk.QuestionGroups.Group;
import io.footnote.language.Encoder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionGroupsTest {
    @Test
    void questionsOfLikeMeaningStandTogetherAndTheMostFrequentFirst(@TempDir Path cache) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("How much does a ticket cost?", 2);
        counts.put("What is the price of a ticket?", 3);
        counts.put("Who is the captain of the ferry?", 4);
        counts.put("What's the name of the ferry's captain?", 1);
        counts.put("When was the lighthouse built?", 1);
        try (Encoder encoder = Encoder.load(cache)) {
            List<Group> groups = new QuestionGroups(encoder::encodePassage).of(counts);
            assertThat(groups)
                    .extracting(group -> List.copyOf(group.questions().keySet()))
                    .containsExactly(
                            List.of("What is the price of a ticket?", "How much does a ticket cost?"),
                            List.of("Who is the captain of the ferry?", "What's the name of the ferry's captain?"),
                            List.of("When was the lighthouse built?"));
            assertThat(groups).extracting(Group::count).containsExactly(5, 5, 1);
        }
    }
}
