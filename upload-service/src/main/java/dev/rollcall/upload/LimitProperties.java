package dev.rollcall.upload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many rows one upload may have, and how many characters one row.
@ConfigurationProperties("rollcall.upload")
record LimitProperties(
        @DefaultValue("1000000") long maxRows,
        @DefaultValue("131072") int maxRecordLength) {}
