package dev.rollcall.status.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.status.StatusDatabase;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// The rows of a key become one, whoever else is at work.
class ListCountsIT {
    private static final int POLLS = 200;
    private static final String APPEND = """
            INSERT INTO status.device_counts (tenant_id, bucket, error, devices)
            SELECT 'contoso', bucket, '', CASE bucket WHEN 9 THEN 0 ELSE 1 END FROM generate_series(0, 9) bucket
            """;

    private final PGSimpleDataSource database = StatusDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final ListCounts counts = new ListCounts(jdbc, new DataSourceTransactionManager(database));

    @Test
    void keepsEverySumWhileOthersAppendAndFold() {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 4; i++) {
                var folds = i % 2 == 0;
                everybody.execute(() -> work(folds));
            }
        }

        assertThat(sum()).isEqualTo(2 * POLLS * 9L);
        jdbc.execute(APPEND);
        counts.fold();
        counts.fold();
        assertThat(sum()).isEqualTo((2 * POLLS + 1) * 9L);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM status.device_counts", Long.class))
                .isEqualTo(9);
    }

    private void work(boolean folds) {
        for (var i = 0; i < POLLS; i++) {
            if (folds) {
                counts.fold();
            } else {
                jdbc.execute(APPEND);
            }
        }
    }

    private long sum() {
        var sum = jdbc.queryForObject("SELECT sum(devices) FROM status.device_counts", Long.class);
        return sum == null ? 0 : sum;
    }
}
