package io.footnote.quiz;

import java.util.List;

/** Countries of one part of the world, which a reader could well mix up. */
final class Neighbours {
    private static final List<List<String>> REGIONS = List.of(
            List.of("China", "Japan", "South Korea", "India", "Vietnam", "Thailand", "Indonesia", "Malaysia"),
            List.of("India", "Pakistan", "Bangladesh", "Nepal", "Sri Lanka", "Afghanistan"),
            List.of("Syria", "Iraq", "Turkey", "Iran", "Jordan", "Lebanon", "Israel", "Egypt", "Yemen", "Saudi Arabia"),
            List.of("Bolivia", "Peru", "Colombia", "Chile", "Argentina", "Ecuador", "Brazil", "Venezuela", "Uruguay"),
            List.of("Mexico", "Cuba", "Guatemala", "Honduras", "Panama", "Nicaragua", "Haiti"),
            List.of("Kenya", "Nigeria", "Ghana", "Uganda", "Ethiopia", "Tanzania", "South Africa", "Sudan", "Somalia"),
            List.of("Egypt", "Libya", "Tunisia", "Algeria", "Morocco"),
            List.of("Ukraine", "Belarus", "Georgia", "Poland", "Kazakhstan", "Romania", "Hungary"),
            List.of(
                    "Germany", "France", "Italy", "Spain", "UK", "Britain", "Sweden", "Norway", "Denmark", "Poland",
                    "Austria"),
            List.of("Scotland", "England", "Wales", "Northern Ireland"),
            List.of("Canada", "Mexico", "Australia", "New Zealand"));

    /** Countries that stand in the news beside each other wherever they lie. */
    static final List<String> POWERS = List.of("France", "China", "Germany", "Turkey", "Iran", "India", "Russia");

    private Neighbours() {}

    /** The countries of that one's parts of the world, itself left out; none where it is not listed. */
    static List<String> near(String country) {
        return REGIONS.stream()
                .filter(region -> region.contains(country))
                .flatMap(List::stream)
                .distinct()
                .filter(other -> !other.equals(country))
                .toList();
    }
}
