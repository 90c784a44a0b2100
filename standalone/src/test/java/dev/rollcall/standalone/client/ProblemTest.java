package dev.rollcall.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.standalone.client.Problem.Place;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void aPlaceReadsAsCompilersWriteIt() {
        var place = new Place("devices.csv", 3, 7, "a quote is not closed");

        assertThat(place).hasToString("devices.csv:3:7: a quote is not closed");
    }

    @Test
    void aPlaceWithoutALineNamesTheFile() {
        assertThat(new Place("devices.zip", null, null, "is no zip")).hasToString("devices.zip: is no zip");
    }

    @Test
    void itsNameIsTheLastPartOfItsType() {
        var type = URI.create("https://rollcall.dev/problems/no-accepted-relationship");

        assertThat(new Problem(type, null, null, 403, null, null).name()).isEqualTo("no-accepted-relationship");
        assertThat(new Problem(URI.create("about:blank"), null, null, 403, null, null).name())
                .isEmpty();
    }

    @Test
    void theHeadlineTellsTheStatusAndTheDetail() {
        var problem = new Problem(null, "The upload can't be read", "Nothing was published.", 422, List.of(), null);

        assertThat(problem.headline()).isEqualTo("The upload can't be read (422): Nothing was published.");
    }
}
