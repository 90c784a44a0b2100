package dev.rollcall.status.devices;

import dev.rollcall.status.paging.Cursor;
import dev.rollcall.status.paging.Page;
import dev.rollcall.status.projection.StorableText;
import dev.rollcall.status.search.TextSearch;
import dev.rollcall.status.state.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Walks a tenant's list page by page, each page a range of few indexes. What is settled when the walk
/// begins travels in the cursor.
@Component
final class DeviceList {
    private final JdbcClient jdbc;
    private final DeviceCounters counters;
    private final TextSearch texts;

    DeviceList(JdbcClient jdbc, DeviceCounters counters, TextSearch texts) {
        this.jdbc = jdbc;
        this.counters = counters;
        this.texts = texts;
    }

    private record Listed(DeviceItem item, int block, String sortKey) {}

    Page<DeviceItem> page(DeviceQuery query, Instant now, Labels labels) {
        var row = new DeviceRow(now, labels);
        return query.place() == null
                ? first(query, row)
                : further(query, query.place().walk(), row);
    }

    private Page<DeviceItem> first(DeviceQuery query, DeviceRow row) {
        var tally = counters.tally(query.tenant(), query.filter(), row.now());
        var selection = DeviceSelection.of(query, row.now(), tally.hasMuchUndecided(), candidates(query));
        var found = find(selection, row);
        return page(query, found, walk(selection, found.size(), tally));
    }

    private Page<DeviceItem> further(DeviceQuery query, DeviceWalk walk, DeviceRow row) {
        var candidates = walk.textIsCommon() ? Optional.<List<String>>empty() : candidates(query);
        var selection = DeviceSelection.of(query, row.now(), walk.muchUndecided(), candidates);
        return page(query, find(selection, row), walk);
    }

    private static Page<DeviceItem> page(DeviceQuery query, List<Listed> found, DeviceWalk walk) {
        return Page.of(found, query.limit(), walk.total(), last -> cursor(query, last, walk))
                .withMinimum(walk.totalIsMinimum())
                .map(Listed::item);
    }

    private Optional<List<String>> candidates(DeviceQuery query) {
        return Optional.ofNullable(query.filter().text())
                .flatMap(text -> texts.find(query.tenant(), StorableText.of(text)));
    }

    /// There is no counter for what a text may be. What has few candidates is counted; of what is common, only so much
    /// is known as was `found`.
    private DeviceWalk walk(DeviceSelection selection, int found, DeviceTally tally) {
        var query = selection.query();
        if (query.filter().text() == null) {
            return new DeviceWalk(tally.of(query.filter()), false, tally.hasMuchUndecided(), false);
        }
        var isWhole = found <= query.limit();
        var isCommon = selection.candidates().isEmpty();
        var total = isWhole || isCommon ? found : count(selection);
        return new DeviceWalk(total, isCommon && !isWhole, tally.hasMuchUndecided(), isCommon);
    }

    private long count(DeviceSelection selection) {
        return selection
                .count()
                .map(sql -> jdbc.sql(sql)
                        .params(selection.parameters())
                        .query(Long.class)
                        .single())
                .orElse(0L);
    }

    private List<Listed> find(DeviceSelection selection, DeviceRow row) {
        return selection
                .page(DeviceRow.COLUMNS)
                .map(sql -> jdbc.sql(sql)
                        .params(selection.parameters())
                        .param("limit", selection.query().limit() + 1)
                        .query((result, _) ->
                                new Listed(row.item(result), result.getInt("block"), result.getString("sort_key")))
                        .list())
                .orElse(List.of());
    }

    private static String cursor(DeviceQuery query, Listed last, DeviceWalk walk) {
        var place = DeviceQuery.Place.text(last.block(), last.sortKey(), walk);
        return new Cursor(place, last.item().deviceId().toString(), walk.total()).encode(query.fingerprint());
    }
}
