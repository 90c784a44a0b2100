package dev.rollcall.benchmarks.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SentSqlTest {
    private static final String LOG = """
            2026-06-15 12:00:00.000 UTC [7] LOG:  execute <unnamed>: BEGIN
            2026-06-15 12:00:00.001 UTC [7] LOG:  execute S_4/C_5: SELECT *
            \tFROM status.devices
            \tWHERE tenant_id = $1 AND model LIKE $2
            2026-06-15 12:00:00.001 UTC [7] DETAIL:  Parameters: $1 = 'contoso', $2 = '%o''neill, $3%'
            2026-06-15 12:00:00.002 UTC [8] LOG:  execute S_9: SELECT * FROM status.batches WHERE batch_id = $1
            2026-06-15 12:00:00.002 UTC [8] DETAIL:  Parameters: $1 = 'x'
            """;

    @Test
    void readsStatementsAboutDevicesWithTheirParameters() {
        var statements = SentSql.statements(LOG);

        assertThat(statements).hasSize(1);
        assertThat(statements.getFirst().sql().lines().map(String::strip))
                .containsExactly("SELECT *", "FROM status.devices", "WHERE tenant_id = $1 AND model LIKE $2");
        assertThat(statements.getFirst().parameters()).isEqualTo(Map.of(1, "contoso", 2, "%o'neill, $3%"));
    }
}
