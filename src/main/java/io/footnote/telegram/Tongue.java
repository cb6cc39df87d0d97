package io.footnote.telegram;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that the bot speaks. */
enum Tongue {
    ENGLISH("en", "English", false),
    RUSSIAN("ru", "Русский", false),
    SPANISH("es", "Español", false),
    ARABIC("ar", "العربية", true);

    private final String code;
    private final String ownName;
    private final boolean rightToLeft;

    Tongue(String code, String ownName, boolean rightToLeft) {
        this.code = code;
        this.ownName = ownName;
        this.rightToLeft = rightToLeft;
    }

    /** The language of that tag or of a dialect of it; nothing where the bot does not speak it. */
    static Optional<Tongue> of(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String language = Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return Arrays.stream(values())
                .filter(tongue -> tongue.code.equals(language))
                .findFirst();
    }

    /** The BCP 47 tag. */
    String code() {
        return code;
    }

    /** What its speakers call it. */
    String ownName() {
        return ownName;
    }

    boolean rightToLeft() {
        return rightToLeft;
    }

    /** For numbers and dates; digits are 0 to 9 everywhere, because the markers in an answer are. */
    ULocale locale() {
        return ULocale.forLanguageTag(code + "-u-nu-latn");
    }
}
