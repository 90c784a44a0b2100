package dev.rollcall.upload.reading;

import dev.rollcall.identity.DeviceColumns;
import org.jspecify.annotations.Nullable;

/// One record of a file: where it begins, what its known columns say, and what is wrong with its shape, if anything.
public record Row(
        String file,
        long line,
        DeviceColumns columns,
        @Nullable String fault) {}
