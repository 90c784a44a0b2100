package dev.rollcall.status.devices;

import dev.rollcall.status.paging.Cursor;
import dev.rollcall.status.paging.Page;
import dev.rollcall.status.state.Labels;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Walks a tenant's list page by page, each page one range of the sort's index. The total is counted when the walk
/// begins and travels in the cursor.
@Component
final class DeviceList {
    private final JdbcClient jdbc;

    DeviceList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Listed(DeviceItem item, String sortKey) {}

    Page<DeviceItem> page(DeviceQuery query, Instant now, Labels labels) {
        var selection = new DeviceSelection(query, DeviceConditions.of(query.filter(), now));
        var total = query.place() == null ? total(selection) : query.place().total();
        var found = find(selection, new DeviceRow(now, labels));
        return Page.of(found, query.limit(), total, last -> cursor(query, last, total))
                .map(Listed::item);
    }

    private long total(DeviceSelection selection) {
        return jdbc.sql(selection.total())
                .params(selection.parameters())
                .query(Long.class)
                .single();
    }

    private List<Listed> find(DeviceSelection selection, DeviceRow row) {
        return jdbc.sql(selection.page(DeviceRow.COLUMNS))
                .params(selection.parameters())
                .params(DeviceSelection.parameters(selection.query().place()))
                .param("limit", selection.query().limit() + 1)
                .query((result, _) -> new Listed(row.item(result), result.getString("place")))
                .list();
    }

    private static String cursor(DeviceQuery query, Listed last, long total) {
        return new Cursor(last.sortKey(), last.item().deviceId().toString(), total).encode(query.fingerprint());
    }
}
