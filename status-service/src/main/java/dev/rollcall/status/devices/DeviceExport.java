package dev.rollcall.status.devices;

import dev.rollcall.status.csv.CsvTable;
import dev.rollcall.status.projection.StorableText;
import dev.rollcall.status.search.TextSearch;
import dev.rollcall.status.state.Labels;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A tenant's list as CSV: every entry that the filter lets through, in the order of the list, as of one instant. The
/// first columns are those of an upload, so that the rows can be changed and posted again; a device's hash is not kept.
/// Rows go from a cursor of the database straight to the caller and are never all in memory. A caller that hangs up
/// ends it, and so does one that has not read to the end in time.
@Component
final class DeviceExport {
    static final List<String> HEADER = List.of(
            "Manufacturer name",
            "Device model",
            "Device Serial Number",
            "Windows Product ID",
            "Group Tag",
            "Assigned User",
            "State",
            "Error",
            "Reason",
            "Registered At",
            "Last Seen At",
            "Age Days",
            "Device ID",
            "Request ID",
            "Batch ID");
    private static final String COLUMNS = DeviceRow.COLUMNS + """
            , CASE WHEN standing = 'registered' THEN ((registration).details).product_id
                ELSE ((asked).details).product_id END AS product_id
            """;
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final DeviceCounters counters;
    private final TextSearch texts;
    private final TransactionTemplate reading;
    private final InstantSource clock;

    DeviceExport(
            JdbcClient jdbc,
            DeviceCounters counters,
            TextSearch texts,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.counters = counters;
        this.texts = texts;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    void write(DeviceQuery query, Instant now, Labels labels, CsvTable table) throws IOException {
        reading.executeWithoutResult(_ -> writeRows(query, now, labels, table));
        table.end();
    }

    private void writeRows(DeviceQuery query, Instant now, Labels labels, CsvTable table) {
        var tally = counters.tally(query.tenant(), query.filter(), now);
        var candidates = Optional.ofNullable(query.filter().text())
                .flatMap(text -> texts.find(query.tenant(), StorableText.of(text)));
        var selection = DeviceSelection.of(query, now, tally.hasMuchUndecided(), candidates);
        var row = new DeviceRow(now, labels);
        var end = clock.instant().plus(PATIENCE);
        selection
                .all(COLUMNS)
                .ifPresent(sql -> jdbc.sql(sql)
                        .withFetchSize(ROWS_AT_A_TIME)
                        .params(selection.parameters())
                        .query(result -> {
                            table.row(cells(row.item(result), result));
                            if (result.getRow() % ROWS_AT_A_TIME == 0
                                    && clock.instant().isAfter(end)) {
                                throw new IllegalStateException("an export was not read to its end in " + PATIENCE);
                            }
                        }));
    }

    private static List<@Nullable String> cells(DeviceItem item, ResultSet row) throws SQLException {
        var error = item.error();
        return Arrays.asList(
                item.manufacturer(),
                item.model(),
                item.serialNumber(),
                row.getString("product_id"),
                item.groupTag(),
                item.assignedUser(),
                item.stateLabel(),
                error == null ? null : error.message(),
                error == null ? null : error.reason(),
                Objects.toString(item.registeredAt(), null),
                Objects.toString(item.lastSeenAt(), null),
                Objects.toString(item.ageDays(), null),
                item.deviceId().toString(),
                item.requestId().toString(),
                item.batchId().toString());
    }
}
