package dev.rollcall.status.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorTest {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final Cursor CURSOR = new Cursor("key\nwith lines", "id-1", 42);

    @Test
    void opensForItsOwnQuery() {
        for (var sortKey : List.of("", "a", "\n\n", "é€😀", "-1", "a\0b")) {
            var cursor = new Cursor(sortKey, "id", 7);

            assertThat(Cursor.decode(cursor.encode("query"), "query")).contains(cursor);
        }
    }

    @Test
    void opensForNoOtherQuery() {
        assertThat(Cursor.decode(CURSOR.encode("query"), "other")).isEmpty();
        assertThat(Cursor.decode(CURSOR.encode("query"), "")).isEmpty();
    }

    @Test
    void opensNoMoreOnceASingleBitIsAnother() {
        var bytes = Base64.getUrlDecoder().decode(CURSOR.encode("query"));
        for (var bit = 0; bit < bytes.length * 8; bit++) {
            var tampered = bytes.clone();
            tampered[bit / 8] = (byte) (tampered[bit / 8] ^ (1 << (bit % 8)));

            assertThat(Cursor.decode(Base64.getUrlEncoder().encodeToString(tampered), "query"))
                    .isEmpty();
        }
    }

    @Test
    void hasOneTextOnly() {
        var text = new Cursor("key", "id", 7).encode("query");
        var last = DIGITS.indexOf(text.charAt(text.length() - 1));

        assertThat(text.length() % 4)
                .as("of the last digit some bits say nothing")
                .isIn(2, 3);
        assertThat(Cursor.decode(text.substring(0, text.length() - 1) + DIGITS.charAt(last + 1), "query"))
                .isEmpty();
        assertThat(Cursor.decode(text + "=".repeat(4 - text.length() % 4), "query"))
                .isEmpty();
    }

    @Test
    void opensForNoOtherText() {
        var random = new Random(1);
        for (var i = 0; i < 1_000; i++) {
            var bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);

            assertThat(Cursor.decode(Base64.getUrlEncoder().encodeToString(bytes), "query"))
                    .isEmpty();
        }
        assertThat(Cursor.decode("no base64 !", "query")).isEmpty();
        assertThat(Cursor.decode("A".repeat(1_000_000), "query")).isEmpty();
    }
}
