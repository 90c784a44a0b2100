package dev.rollcall.status.projection;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Leaves out of some requests those whose outcome is known. It looks at the headers alone: most records of the bulk
/// lane are never parsed.
@Component
final class UndecidedRequests {
    private static final String DECIDED =
            "SELECT request_id FROM status.requests WHERE request_id = ANY (?::uuid[]) AND outcome IS NOT NULL";
    private static final String ID_HEADER = "ce_id";
    private static final int ID_LENGTH = 36;

    private final JdbcTemplate jdbc;

    UndecidedRequests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// In the order of the records. What has no id that could be a request's is undecided.
    List<ConsumerRecord<String, byte[]>> among(List<ConsumerRecord<String, byte[]>> messages) {
        var ids = new HashSet<UUID>(messages.size() * 2);
        for (var message : messages) {
            var id = id(message);
            if (id != null) {
                ids.add(id);
            }
        }
        var decided = decided(ids);
        return decided.isEmpty()
                ? messages
                : messages.stream()
                        .filter(message -> !isAmong(decided, message))
                        .toList();
    }

    private Set<UUID> decided(Set<UUID> ids) {
        var decided = new HashSet<UUID>(ids.size() * 2);
        if (!ids.isEmpty()) {
            var array = ids.stream().map(UUID::toString).toArray(String[]::new);
            jdbc.query(
                    DECIDED,
                    row -> {
                        decided.add(row.getObject(1, UUID.class));
                    },
                    (Object) array);
        }
        return decided;
    }

    private static boolean isAmong(Set<UUID> decided, ConsumerRecord<String, byte[]> message) {
        var id = id(message);
        return id != null && decided.contains(id);
    }

    private static @Nullable UUID id(ConsumerRecord<String, byte[]> message) {
        var header = message.headers().lastHeader(ID_HEADER);
        if (header == null || header.value() == null || header.value().length != ID_LENGTH) {
            return null;
        }
        try {
            return UUID.fromString(new String(header.value(), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
