package dev.rollcall.upload.spool;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Where bodies are kept while they are read (by default under the temporary directory), and how
/// big they may be, as sent and as unpacked from an archive.
@ConfigurationProperties("rollcall.upload")
record SpoolProperties(
        @Nullable Path spoolDir,
        @DefaultValue("10GB") DataSize maxBytes,
        @DefaultValue("10000") int maxFiles) {

    Path directory() {
        return spoolDir == null ? Path.of(System.getProperty("java.io.tmpdir"), "rollcall-upload") : spoolDir;
    }
}
