package dev.rollcall.status.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.status.StatusDatabase;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// The rows of many polls become blocks, whoever else is at work.
class TextBlocksIT {
    private static final int POLLS = 60;
    private static final String APPEND = """
            INSERT INTO status.device_texts (tenant_id, devices, texts)
            SELECT tenant, array_agg(gen_random_uuid()), string_agg('user' || i || ' sn-' || i || ' model', E'\\n')
            FROM (VALUES ('contoso', 30), ('fabrikam', 1)) t (tenant, entries), generate_series(1, entries) i
            GROUP BY tenant
            """;

    private final PGSimpleDataSource database = StatusDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TextBlocks blocks = new TextBlocks(jdbc, new DataSourceTransactionManager(database));

    @Test
    void keepsEveryTextOnceWhileOthersAppendAndPack() {
        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 4; i++) {
                var packs = i % 2 == 0;
                everybody.execute(() -> work(packs));
            }
        }

        blocks.pack();
        assertThat(number("SELECT sum(entries) FROM status.device_texts WHERE tenant_id = 'contoso'"))
                .isEqualTo(2 * POLLS * 30);
        assertThat(number("SELECT count(DISTINCT device) FROM status.device_texts, unnest(devices) device"))
                .isEqualTo(2 * POLLS * 31);
        assertThat(
                        number(
                                "SELECT count(*) FROM status.device_texts WHERE trigrams IS NOT NULL AND tenant_id = 'contoso'"))
                .isEqualTo(2 * POLLS * 30 / TextBlocks.ENTRIES);
    }

    @Test
    void leavesWhatFillsNoBlock() {
        jdbc.execute(APPEND);

        blocks.pack();

        assertThat(number("SELECT count(*) FROM status.device_texts WHERE trigrams IS NULL"))
                .isEqualTo(2);
    }

    @Test
    void marksABlockWithTheTrigramsOfItsTexts() {
        for (var i = 0; i < 9; i++) {
            jdbc.execute(APPEND);
        }

        blocks.pack();

        assertThat(packedWithAll("N-17 MOD")).isEqualTo(9 * 30 / TextBlocks.ENTRIES);
        assertThat(packedWithAll("zebra")).isZero();
    }

    private int packedWithAll(String part) {
        return number("SELECT count(*) FROM status.device_texts WHERE "
                + Trigrams.bits(part)
                        .mapToObj(bit -> "get_bit(trigrams, " + bit + ") = 1")
                        .collect(Collectors.joining(" AND ")));
    }

    private void work(boolean packs) {
        for (var i = 0; i < POLLS; i++) {
            if (packs) {
                blocks.pack();
            } else {
                jdbc.execute(APPEND);
            }
        }
    }

    private int number(String sql) {
        var number = jdbc.queryForObject(sql, Integer.class);
        return number == null ? 0 : number;
    }
}
