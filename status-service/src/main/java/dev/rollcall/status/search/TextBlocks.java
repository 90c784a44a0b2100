package dev.rollcall.status.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Packs the texts of a tenant that were written since the last time into blocks of [#ENTRIES] devices, each with its
/// [Trigrams]. What is left over waits for more. A search sees every text before and after, and once.
@Component
final class TextBlocks {
    static final int ENTRIES = 64;

    private static final String LINE_BREAK = "\n";

    /// Each has the devices of one poll at most.
    private static final int ROWS_AT_A_TIME = 32;

    /// Rows are only ever added and deleted, so that their place names them for as long as they are locked.
    private static final String TAKE = """
            DELETE FROM status.device_texts t
            USING (SELECT f.ctid
                FROM status.device_texts f
                    JOIN (SELECT tenant_id FROM status.device_texts WHERE trigrams IS NULL
                        GROUP BY tenant_id HAVING sum(entries) >= ?) enough USING (tenant_id)
                WHERE f.trigrams IS NULL
                ORDER BY tenant_id LIMIT ?
                FOR UPDATE OF f SKIP LOCKED) locked
            WHERE t.ctid = locked.ctid
            RETURNING t.tenant_id, t.devices::text[] AS devices, t.texts
            """;
    private static final String PUT = """
            INSERT INTO status.device_texts (tenant_id, devices, texts, trigrams) VALUES (?, ?::uuid[], ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    TextBlocks(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Entry(String device, String text) {}

    private record Row(String tenant, List<Entry> entries) {
        static Row of(ResultSet row) throws SQLException {
            var devices = (String[]) row.getArray("devices").getArray();
            var texts = row.getString("texts").split(LINE_BREAK, -1);
            var entries = new ArrayList<Entry>(devices.length);
            for (var i = 0; i < devices.length; i++) {
                entries.add(new Entry(devices[i], texts[i]));
            }
            return new Row(row.getString("tenant_id"), entries);
        }
    }

    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void pack() {
        var mayBeMore = true;
        while (mayBeMore) {
            mayBeMore = Boolean.TRUE.equals(transaction.execute(_ -> packSome()));
        }
    }

    /// Whether there may be more.
    private boolean packSome() {
        var rows = jdbc.query(TAKE, (row, _) -> Row.of(row), ENTRIES, ROWS_AT_A_TIME);
        byTenant(rows).forEach(this::pack);
        return rows.size() == ROWS_AT_A_TIME;
    }

    private static Map<String, List<Entry>> byTenant(List<Row> rows) {
        var byTenant = new LinkedHashMap<String, List<Entry>>();
        rows.forEach(row ->
                byTenant.computeIfAbsent(row.tenant, _ -> new ArrayList<>()).addAll(row.entries));
        return byTenant;
    }

    private void pack(String tenant, List<Entry> entries) {
        for (var from = 0; from < entries.size(); from += ENTRIES) {
            put(tenant, entries.subList(from, Math.min(entries.size(), from + ENTRIES)));
        }
    }

    private void put(String tenant, List<Entry> entries) {
        var devices = entries.stream().map(Entry::device).toArray(String[]::new);
        var texts = entries.stream().map(Entry::text).toList();
        byte @Nullable [] trigrams = entries.size() == ENTRIES ? Trigrams.of(texts) : null;
        jdbc.update(PUT, new Object[] {tenant, devices, String.join(LINE_BREAK, texts), trigrams});
    }
}
