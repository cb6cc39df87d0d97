package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.evaluation.SupportBounds.Predicted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SupportBoundsTest {

    @Test
    void aFewSentencesAskForTheBoundThatTellsClaimsApartBest() {
        List<Predicted> claims = List.of(
                new Predicted(.62, true, false),
                new Predicted(.42, true, false),
                new Predicted(.33, false, false),
                new Predicted(.12, false, false));
        assertThat(SupportBounds.of(claims).ofFew()).isEqualTo(.35);
    }

    @Test
    void aTextAsksForTheGreatestThatRefusesOneSupportedClaimInFifty() {
        List<Predicted> claims = new ArrayList<>();
        for (int claim = 0; claim < 50; claim++) {
            claims.add(new Predicted(claim == 0 ? .07 : .32, true, true));
            claims.add(new Predicted(.5, false, true));
        }
        assertThat(SupportBounds.of(claims).ofText()).isEqualTo(.30);
        claims.set(2, new Predicted(.22, true, true));
        assertThat(SupportBounds.of(claims).ofText()).isEqualTo(.20);
    }

    @Test
    void whereThereIsNothingToGoByNothingIsRefused() {
        assertThat(SupportBounds.of(List.of())).isEqualTo(new SupportBounds(0, 0));
    }
}
