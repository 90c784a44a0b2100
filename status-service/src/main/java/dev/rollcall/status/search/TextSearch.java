package dev.rollcall.status.search;

import dev.rollcall.identity.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds the devices of a tenant that are, or once were, called by a text.
@Component
public final class TextSearch {
    /// To look up more devices than these takes longer than to go through a list until a page is full.
    public static final int FEW = 2_000;

    /// Each condition is so much dearer than the one before that their order is not the planner's to choose.
    private static final String SEARCH = """
            SELECT e.device::text
            FROM status.device_texts b,
                ROWS FROM (unnest(b.devices), string_to_table(b.texts, E'\\n')) AS e (device, text)
            WHERE b.tenant_id = :tenant
                AND CASE WHEN {trigrams} THEN strpos(b.texts, {part}) > 0 ELSE false END
                AND strpos(e.text, {part}) > 0
            LIMIT :limit
            """.replace("{part}", "lower(:text COLLATE \"pg_c_utf8\")");

    /// So many trigrams leave hardly a block over that has them all by chance.
    private static final int ENOUGH = 16;

    private final JdbcClient jdbc;

    TextSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Every device that has the text, and maybe others that had it; empty where there are more than [#FEW].
    public Optional<List<String>> find(TenantId tenant, String text) {
        var part = text.replace('\n', ' '); // as SearchText.line has it
        var devices = jdbc.sql(SEARCH.replace("{trigrams}", trigrams(part)))
                .param("tenant", tenant.value())
                .param("text", part)
                .param("limit", FEW + 1)
                .query(String.class)
                .list();
        return devices.size() > FEW ? Optional.empty() : Optional.of(devices);
    }

    /// What holds of every block that has the text.
    private static String trigrams(String part) {
        var bits = Trigrams.bits(part)
                .limit(ENOUGH)
                .mapToObj(bit -> "get_bit(b.trigrams, " + bit + ") = 1")
                .collect(Collectors.joining(" AND "));
        return bits.isEmpty() ? "true" : "b.trigrams IS NULL OR " + bits;
    }
}
