package dev.rollcall.hash;

import dev.rollcall.identity.DeviceTuple;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a valid hardware hash says of its device. Optional records that the block does not hold are null.
public record HashFacts(
        DeviceTuple device,
        @Nullable UUID smbiosUuid,
        @Nullable String productKeyId,
        @Nullable Instant capturedAt) {}
