package dev.rollcall.status.devices;

import dev.rollcall.status.paging.Cursor;
import dev.rollcall.status.paging.Page;
import dev.rollcall.status.state.Labels;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Walks a tenant's list page by page, each page a range of few indexes. What is settled when the walk
/// begins travels in the cursor.
@Component
final class DeviceList {
    /// So many entries are looked at to find out whether a text is common: where each hundredth matches, a
    /// page is found sooner by going on like this than by looking all matches up.
    private static final int SAMPLE = 2_000;

    private static final int COMMON = SAMPLE / 100;

    private final JdbcClient jdbc;
    private final DeviceCounters counters;

    DeviceList(JdbcClient jdbc, DeviceCounters counters) {
        this.jdbc = jdbc;
        this.counters = counters;
    }

    private record Sample(long entries, long matches) {}

    private record Listed(DeviceItem item, int block, String sortKey) {}

    Page<DeviceItem> page(DeviceQuery query, Instant now, Labels labels) {
        var walk = query.place() == null ? begin(query, now) : query.place().walk();
        var found = find(DeviceSelection.of(query, now, walk), new DeviceRow(now, labels));
        return Page.of(found, query.limit(), walk.total(), last -> cursor(query, last, walk))
                .withMinimum(walk.totalIsMinimum())
                .map(Listed::item);
    }

    private DeviceWalk begin(DeviceQuery query, Instant now) {
        var tally = counters.tally(query.tenant(), query.filter(), now);
        var walk = new DeviceWalk(tally.of(query.filter()), false, tally.hasMuchUndecided(), false);
        return query.filter().text() == null ? walk : search(DeviceSelection.of(query, now, walk), walk);
    }

    /// There is no counter for what a text may be. What is not common is counted; of what is, only so much is known as
    /// was looked at.
    private DeviceWalk search(DeviceSelection selection, DeviceWalk walk) {
        var sample = selection.sample().map(sql -> sample(sql, selection)).orElse(new Sample(0, 0));
        if (sample.entries() < SAMPLE) {
            return new DeviceWalk(sample.matches(), false, walk.muchUndecided(), true);
        }
        if (sample.matches() >= COMMON) {
            return new DeviceWalk(sample.matches(), true, walk.muchUndecided(), true);
        }
        return new DeviceWalk(count(selection), false, walk.muchUndecided(), false);
    }

    private Sample sample(String sql, DeviceSelection selection) {
        return jdbc.sql(sql)
                .params(selection.parameters())
                .param("limit", SAMPLE)
                .query((row, _) -> new Sample(row.getLong("entries"), row.getLong("matches")))
                .single();
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
