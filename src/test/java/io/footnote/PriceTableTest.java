package io.footnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.model.Prices;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceTableTest {
    @TempDir
    private Path folder;

    private Prices read(String text) throws IOException {
        return PriceTable.read(Files.writeString(folder.resolve("prices.yaml"), text));
    }

    @Test
    void aModelOfItsOwnWinsOverTheRestOfItsProvider() throws IOException {
        Prices prices = read("\"a:one\": {input: 0.15, output: 2}\n\"a:*\": {input: 1, output: 3}\n");
        assertThat(prices.of("a:one")).isEqualTo(new Prices.Price(new BigDecimal("0.15"), new BigDecimal("2")));
        assertThat(prices.of("a:other")).isEqualTo(new Prices.Price(new BigDecimal("1"), new BigDecimal("3")));
        assertThat(prices.of("b:one")).isNull();
    }

    @Test
    void withoutTheFileThereAreNoPrices() {
        assertThat(PriceTable.read(folder.resolve("none.yaml"))).isEqualTo(Prices.NONE);
    }

    @Test
    void thePricesThatShipCanBeRead() {
        assertThat(PriceTable.read(Path.of("config/prices.yaml")).of("ollama:any"))
                .isEqualTo(new Prices.Price(BigDecimal.ZERO, BigDecimal.ZERO));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2]",
                "\"a:one\": 3",
                "\"a:one\": {input: 0.15}",
                "\"a:one\": {input: -1, output: 2}",
                "\"a:one\": {input: 0.15, output: cheap}",
                "\"a:one\": {input: 1000000, output: 2}",
                "\"a:one: {"
            })
    void anythingElseIsRefusedWithWhatIsWrong(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("prices.yaml");
    }

    @Test
    void theGreatestPriceIsTaken() throws IOException {
        assertThat(read("\"a:one\": {input: 999999.999999, output: 0}").of("a:one"))
                .isEqualTo(new Prices.Price(new BigDecimal("999999.999999"), BigDecimal.ZERO));
    }

    @Test
    void aFileOfMoreThanAMebibyteIsRefused() throws IOException {
        String comment = "#".repeat((1 << 20) - 1);
        assertThat(read(comment + "\n")).isEqualTo(Prices.NONE);
        assertThatThrownBy(() -> read(comment + "#\n")).hasMessageContaining("more than 1 MiB");
    }
}
