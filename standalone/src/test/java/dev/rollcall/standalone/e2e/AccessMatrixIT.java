package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.standalone.server.ServerInsight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every call there is, made by every kind of caller, against `access-matrix.csv`.
class AccessMatrixIT {
    private static final Path MATRIX = Path.of("src/test/resources/access-matrix.csv");
    private static final int FIRST_CALLER = 2;
    private static final MatrixWorld WORLD = new MatrixWorld();

    record Row(String method, String pattern, MatrixCaller rightful, List<String> expected) {

        static Row of(List<String> cells) {
            var call = cells.getFirst().split(" ", 2);
            return new Row(
                    call[0], call[1], MatrixCaller.named(cells.get(1)), cells.subList(FIRST_CALLER, cells.size()));
        }

        String call() {
            return method + " " + pattern;
        }

        @Override
        public String toString() {
            return call();
        }
    }

    static Stream<Row> rows() throws IOException {
        return cells().stream().skip(1).map(Row::of);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyCallerGetsTheStatusOfTheMatrix(Row row) throws IOException {
        var callers = callers();
        var answered = new ArrayList<String>();
        for (var caller : callers) {
            var answer = WORLD.make(row.method(), row.pattern(), caller, row.rightful());
            answered.add(caller.column() + " " + answer.status());
        }

        var expected = new ArrayList<String>();
        for (var i = 0; i < callers.size(); i++) {
            expected.add(callers.get(i).column() + " " + row.expected().get(i));
        }
        assertThat(answered).isEqualTo(expected);
    }

    /// Refusals are seen to keep the contracts above; this makes sure that the successes were.
    @AfterAll
    static void everyOperationHasSucceededAndKeptItsContract() {
        assertThat(Contracts.succeeded()).containsAll(Contracts.all().toList());
    }

    @Test
    void everyCallOfTheServicesHasARow() throws IOException {
        assertThat(rows().map(Row::call).map(AccessMatrixIT::shape))
                .containsExactlyInAnyOrderElementsOf(new ServerInsight(SERVER)
                        .calls()
                        .map(AccessMatrixIT::shape)
                        .toList());
    }

    @Test
    void everyKindOfCallerHasAColumn() throws IOException {
        assertThat(callers()).containsExactly(MatrixCaller.values());
    }

    /// Names of path variables mean nothing.
    private static String shape(String call) {
        return call.replaceAll("\\{\\w+}", "{}");
    }

    private static List<MatrixCaller> callers() throws IOException {
        var header = cells().getFirst();
        return header.subList(FIRST_CALLER, header.size()).stream()
                .map(MatrixCaller::named)
                .toList();
    }

    private static List<List<String>> cells() throws IOException {
        return Files.readAllLines(MATRIX).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(",")))
                .toList();
    }
}
