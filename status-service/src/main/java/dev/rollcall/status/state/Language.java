package dev.rollcall.status.state;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The languages of labels and messages.
public enum Language {
    ENGLISH(Locale.ENGLISH),
    DUTCH(Locale.of("nl"));

    private static final List<Locale> LOCALES = List.of(ENGLISH.locale, DUTCH.locale);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /// What an `Accept-Language` header likes best of what there is; English where it likes none or makes no sense.
    public static Language preferredBy(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        try {
            var preferred = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LOCALES);
            return DUTCH.locale.equals(preferred) ? DUTCH : ENGLISH;
        } catch (IllegalArgumentException _) {
            return ENGLISH;
        }
    }

    Locale locale() {
        return locale;
    }
}
