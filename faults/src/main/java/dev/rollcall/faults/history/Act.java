package dev.rollcall.faults.history;

import java.time.Instant;
import java.util.List;

/// What a client asked of the system in one call.
public sealed interface Act {

    /// A batch under an idempotency key. Where it is not `whole`, the client has gone in the middle of it.
    record Upload(String key, List<Row> rows, boolean whole) implements Act {
        public Upload {
            rows = List.copyOf(rows);
        }
    }

    /// A file that nobody can read, under an idempotency key.
    record Nonsense(String key) implements Act {}

    record Release(List<String> devices) implements Act {
        public Release {
            devices = List.copyOf(devices);
        }
    }

    record Sighting(List<String> devices, Instant seenAt) implements Act {
        public Sighting {
            devices = List.copyOf(devices);
        }
    }

    record Question(String path) implements Act {}
}
