package dev.rollcall.status.batches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.identity.BatchId;
import dev.rollcall.status.StatusDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// What it costs to follow batches, and whose they have to be.
class ProgressStreamsIT {
    private final Counting database = new Counting(StatusDatabase.create());
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final BatchList batches = new BatchList(jdbc);
    private final ProgressStreams streams = new ProgressStreams(batches);

    @Test
    void looksOnceAtAllBatchesThatAreFollowed() {
        var followed = IntStream.range(0, ProgressStreams.OF_ALL)
                .mapToObj(i -> batch("tenant-" + i % 10, null))
                .toList();
        followed.forEach(this::open);
        database.looks.set(0);

        streams.tell();

        assertThat(database.looks).hasValue(1);
        assertThat(batches.find(followed)).containsOnlyKeys(followed);
    }

    @Test
    void doesNotLookWhereNobodyFollows() {
        streams.tell();

        assertThat(database.looks).hasValue(0);
    }

    @Test
    void seesOfEachBatchWhatItsOwnerSeesOfIt() {
        var own = batch("contoso", null);
        var posted = batch("contoso", "northwind");
        var asPartner = new Followed(BatchOwner.partner("northwind"), posted.batch());
        var all = List.of(own, posted, asPartner);

        var found = batches.find(all);

        assertThat(found).containsOnlyKeys(all);
        assertThat(all)
                .allSatisfy(one -> assertThat(found.get(one))
                        .isEqualTo(batches.find(one.owner(), one.batch()).orElseThrow()));
        assertThat(found.get(asPartner)).isNotEqualTo(found.get(posted));
    }

    @Test
    void seesNothingOfAnotherParty() {
        var own = batch("contoso", null);
        var posted = batch("contoso", "northwind");

        assertThat(batches.find(List.of(
                        new Followed(BatchOwner.tenant("fabrikam"), own.batch()),
                        new Followed(BatchOwner.partner("contoso"), own.batch()),
                        new Followed(BatchOwner.partner("southwind"), posted.batch()),
                        new Followed(BatchOwner.tenant("northwind"), posted.batch()))))
                .isEmpty();
    }

    private void open(Followed followed) {
        var now = batches.find(followed.owner(), followed.batch()).orElseThrow();
        assertThat(streams.open(followed, now, "")).isPresent();
    }

    private Followed batch(String tenant, @Nullable String partner) {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO status.batches VALUES (:id, :tenant, :partner, '2026-06-15T12:00:00Z', 3)")
                .param("id", id)
                .param("tenant", tenant)
                .param("partner", partner)
                .update();
        jdbc.sql("INSERT INTO status.batch_counts VALUES (:id, 'Seen', 3, NULL), (:id, 'Registered', 2, now())")
                .param("id", id)
                .update();
        return new Followed(BatchOwner.tenant(tenant), new BatchId(id));
    }

    /// Outside of transactions each statement has a connection to itself.
    private static final class Counting extends DelegatingDataSource {
        private final AtomicInteger looks = new AtomicInteger();

        Counting(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            looks.incrementAndGet();
            return super.getConnection();
        }
    }
}
