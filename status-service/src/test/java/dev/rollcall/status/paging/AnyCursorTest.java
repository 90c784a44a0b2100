package dev.rollcall.status.paging;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AnyCursorTest {

    @Property(tries = 1000)
    void aPlaceComesBackFromItsText(
            @ForAll String sortKey, @ForAll long total, @ForAll String query, @ForAll String other) {
        var cursor = new Cursor(sortKey.replaceAll("\\p{Cs}", "?"), "an-id", total);

        var text = cursor.encode(query);

        assertThat(Cursor.decode(text, query)).contains(cursor);
        assertThat(Cursor.decode(text, query + other).isPresent()).isEqualTo(other.isEmpty());
    }

    @Property(tries = 1000)
    void noTextOpensAListThatDidNotGiveItOut(@ForAll String text, @ForAll String query) {
        assertThat(Cursor.decode(text, query)).isEmpty();
    }
}
