package dev.rollcall.status.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.identity.BatchId;
import dev.rollcall.status.csv.CsvTable;
import dev.rollcall.status.state.Labels;
import dev.rollcall.status.state.Language;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

class ResultExportTest {
    private static final int NOBODY_LISTENS_HERE = 1;

    @Test
    void doesNotEndTheAnswerAsAWholeFileWhereTheDatabaseFails() {
        var database = new PGSimpleDataSource();
        database.setServerNames(new String[] {"127.0.0.1"});
        database.setPortNumbers(new int[] {NOBODY_LISTENS_HERE});
        var export = new ResultExport(JdbcClient.create(database));
        var query = new ResultQuery(
                new BatchOwner("tenant_id", "contoso"),
                new BatchId(UUID.fromString("00000000-0000-4000-8000-000000000001")),
                new OutcomeFilter(Set.of()),
                0);
        var ended = new AtomicBoolean();
        var out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                ended.set(true);
            }
        };

        assertThatThrownBy(() ->
                        export.write(query, Labels.in(Language.ENGLISH), CsvTable.begin(out, ResultExport.HEADER)))
                .isInstanceOf(CannotGetJdbcConnectionException.class);

        assertThat(ended).isFalse();
    }
}
