package io.footnote.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactMaskTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write to ann.lee+x@mail.example.org today | Write to [e-mail] today
            Call +44 20 7946 0018 now                 | Call [phone] now
            Call (020) 7946-0018?                     | Call [phone]?
            Is 030 1234 5678 right?                   | Is [phone] right?
            Is 555-123-4567 right?                    | Is [phone] right?
            +79161234567                              | [phone]
            """)
    void contactsAreHidden(String text, String masked) {
        assertThat(ContactMask.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Did it cost 18 million or 1,250,000,000 dollars?",
                "What happened on 12.03.2024 and on 2024-03-12?",
                "Was it 3.5 % from 2015 to 2016?",
                "How many of the 240 000 000 people?",
                "Who is @mayor_brandt?",
                "Is 10000000 more than 9999999?"
            })
    void figuresDatesAndNamesAreNot(String text) {
        assertThat(ContactMask.mask(text)).isEqualTo(text);
    }
}
