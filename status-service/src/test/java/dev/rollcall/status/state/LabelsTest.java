package dev.rollcall.status.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.identity.RequestId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The words of `labels-of-the-domain.csv` and `errors-of-the-domain.csv`, which quote domain.md §2 and §3.
class LabelsTest {
    private static final RequestId REQUEST = new RequestId(UUID.fromString("5012d09c-9cf9-5ff6-b869-9e3245fbc7f3"));

    @ParameterizedTest
    @CsvFileSource(resources = "labels-of-the-domain.csv", numLinesToSkip = 1)
    void callsTheStatesAsTheFieldDoes(String apiName, String english, String dutch) {
        var state = DeviceState.named(apiName).orElseThrow();

        assertThat(Labels.in(Language.ENGLISH).label(state)).isEqualTo(english);
        assertThat(Labels.in(Language.DUTCH).label(state)).isEqualTo(dutch);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "errors-of-the-domain.csv", numLinesToSkip = 1, delimiter = '|', maxCharsPerColumn = 500)
    void explainsTheErrorsAsTheFieldDoes(String apiName, Integer code, String english, String detail, String dutch) {
        var error = Failure.named(apiName).orElseThrow();
        var failure = Failure.of(error, "why", REQUEST, Labels.in(Language.ENGLISH));

        assertThat(failure.serviceCode()).isEqualTo(code);
        assertThat(failure.message()).isEqualTo(english);
        assertThat(failure.detail()).isEqualTo(detail.replace("<requestId>", REQUEST.toString()));
        assertThat(Labels.in(Language.DUTCH).message(error)).isEqualTo(dutch);
    }

    @ParameterizedTest
    @EnumSource(RegistrationError.class)
    void givesTheAdviceInDutchToo(RegistrationError error) {
        assertThat(Labels.in(Language.DUTCH).detail(error, REQUEST))
                .isNotEqualTo(Labels.in(Language.ENGLISH).detail(error, REQUEST))
                .doesNotContain("<");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nl                    | DUTCH
            nl-BE                 | DUTCH
            de, nl;q=0.5          | DUTCH
            en-GB, nl;q=0.9       | ENGLISH
            fr                    | ENGLISH
            *                     | ENGLISH
            ''                    | ENGLISH
            ;;;q=nonsense         | ENGLISH
            """)
    void speaksWhatTheCallerLikesBest(String acceptLanguage, Language language) {
        assertThat(Language.preferredBy(acceptLanguage)).isEqualTo(language);
    }

    @Test
    void speaksEnglishToWhoDoesNotSay() {
        assertThat(Language.preferredBy(null)).isEqualTo(Language.ENGLISH);
    }
}
