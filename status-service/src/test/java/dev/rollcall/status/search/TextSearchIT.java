package dev.rollcall.status.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.identity.TenantId;
import dev.rollcall.status.StatusDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class TextSearchIT {
    private static final TenantId CONTOSO = new TenantId("contoso");
    private static final TenantId FABRIKAM = new TenantId("fabrikam");
    private static final String APPEND = SearchText.appending(
            "(SELECT ? AS tenant_id, device_id, text FROM unnest(?::uuid[], ?::text[]) r (device_id, text)) rows");

    private final PGSimpleDataSource database = StatusDatabase.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TextSearch search = new TextSearch(JdbcClient.create(database));
    private final TextBlocks blocks = new TextBlocks(jdbc, new DataSourceTransactionManager(database));

    @Test
    void findsWhatIsPackedAndWhatIsNot() {
        var devices = append(CONTOSO, numbered(1, 200));
        blocks.pack();
        var fresh = append(CONTOSO, List.of("ada sn-17x model"));

        assertThat(found(CONTOSO, "SN-17"))
                .containsExactlyInAnyOrder(
                        devices.get(16),
                        devices.get(169),
                        devices.get(170),
                        devices.get(171),
                        devices.get(172),
                        devices.get(173),
                        devices.get(174),
                        devices.get(175),
                        devices.get(176),
                        devices.get(177),
                        devices.get(178),
                        fresh.getFirst());
        assertThat(found(CONTOSO, "7x")).containsExactly(fresh.getFirst());
        assertThat(found(CONTOSO, "sn-0")).isEmpty();
    }

    @Test
    void takesALineBreakForASpace() {
        var devices = append(CONTOSO, List.of("ada\nlovelace sn-1 model", "bert sn-2 model"));

        assertThat(found(CONTOSO, "a\nl")).containsExactly(devices.getFirst());
        assertThat(found(CONTOSO, "a l")).containsExactly(devices.getFirst());
        assertThat(found(CONTOSO, "sn-2")).containsExactly(devices.getLast());
        assertThat(found(CONTOSO, "model\nbert")).isEmpty();
    }

    @Test
    void takesALineBreakForASpaceInABlockToo() {
        append(CONTOSO, numbered(2, TextBlocks.ENTRIES));
        var device = append(CONTOSO, List.of("ada\nlovelace sn-1 model"));

        blocks.pack();

        assertThat(found(CONTOSO, "ada\nlove")).containsExactlyElementsOf(device);
    }

    @Test
    void findsNothingOfAnotherTenant() {
        append(CONTOSO, numbered(1, 70));
        blocks.pack();

        assertThat(found(FABRIKAM, "sn-")).isEmpty();
    }

    @Test
    void findsNothingWhereThereIsTooMuch() {
        append(CONTOSO, numbered(1, TextSearch.FEW));
        blocks.pack();
        assertThat(found(CONTOSO, "sn-")).hasSize(TextSearch.FEW);

        append(CONTOSO, List.of("one sn-more"));

        assertThat(search.find(CONTOSO, "sn-")).isEmpty();
    }

    private List<String> found(TenantId tenant, String text) {
        return search.find(tenant, text).orElseThrow();
    }

    private List<String> append(TenantId tenant, List<String> texts) {
        var devices = texts.stream().map(_ -> UUID.randomUUID().toString()).toList();
        jdbc.update(APPEND, tenant.value(), devices.toArray(String[]::new), texts.toArray(String[]::new));
        return devices;
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "user" + i + " sn-" + i + " model")
                .toList();
    }
}
