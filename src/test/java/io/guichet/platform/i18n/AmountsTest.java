package io.guichet.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import io.guichet.kernel.Money;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 1,284.50_€
            fr | 1_284,50_€
            nl | 1.284,50_€
            de | 1.284,50_€
            es | 1.284,50_€
            """)
    void saysAnAmountAsTheLanguageDoesWithTheCurrencyBehindAThinSpace(String language, String said) {
        assertThat(Amounts.in(Locale.of(language)).text(Money.euros(128_450))).isEqualTo(said.replace('_', '\u202f'));
    }

    @Test
    void keepsAllDecimalsSoThatAColumnLinesUp() {
        Amounts amounts = Amounts.in(Locale.ENGLISH);
        assertThat(List.of(amounts.figures(Money.euros(900)), amounts.figures(Money.euros(5)),
                amounts.figures(Money.euros(100_000_000)))).containsExactly("9.00", "0.05", "1,000,000.00");
    }

    @Test
    void writesACurrencyWithoutCentsWithoutThem() {
        assertThat(Amounts.in(Locale.ENGLISH).figures(new Money(1_200, Currency.getInstance("JPY")))).isEqualTo("1,200");
    }

    @Test
    void alwaysSaysTheSignOfADifference() {
        Amounts amounts = Amounts.in(Locale.ENGLISH);
        assertThat(List.of(amounts.difference(Money.euros(1_200)), amounts.difference(Money.euros(-350)),
                amounts.difference(Money.ZERO))).containsExactly("+12.00\u202f€", "-3.50\u202f€", "0.00\u202f€");
    }

    @Test
    void countsInTheLanguage() {
        assertThat(Amounts.in(Locale.GERMAN).count(12_400)).isEqualTo("12.400");
    }

    @Test
    void followsTheLanguageInUse() {
        Texts texts = Texts.of(List.of("platform"));
        texts.use(Locale.GERMAN);
        assertThat(Amounts.of(texts).text(Money.euros(128_450))).isEqualTo("1.284,50\u202f€");
    }

    @Test
    void theFaceHasTheThinSpace() throws IOException, FontFormatException {
        try (InputStream face = Texts.class.getResourceAsStream("/io/guichet/platform/ui/fonts/GuichetSans-Regular.ttf")) {
            assertThat(Font.createFont(Font.TRUETYPE_FONT, face).canDisplayUpTo("1\u202f284,50\u202f€")).isEqualTo(-1);
        }
    }
}
