-- How many entries of a tenant's list are alike in what the list is filtered by. Whoever changes entries appends what
-- that changes, in the same transaction: rows are added and summed, never updated, so that nobody waits for anybody.
-- Now and then the rows of a key are folded into one.
CREATE TABLE status.device_counts (
    tenant_id text   NOT NULL,
    -- 0 requested, 1 failed, 2 never seen, else the hour since 1970 in which the device was last seen
    bucket    bigint NOT NULL,
    error     text   COLLATE "C" NOT NULL, -- empty but for the failed
    devices   bigint NOT NULL
);
CREATE INDEX device_counts_by_key ON status.device_counts (tenant_id, bucket, error) INCLUDE (devices);

CREATE TABLE status.group_counts (
    tenant_id text   NOT NULL,
    group_tag text   COLLATE "C" NOT NULL, -- folded as the index has it, empty for none
    bucket    bigint NOT NULL,
    error     text   COLLATE "C" NOT NULL,
    devices   bigint NOT NULL
);
CREATE INDEX group_counts_by_key ON status.group_counts (tenant_id, group_tag, bucket, error) INCLUDE (devices);

INSERT INTO status.group_counts (tenant_id, group_tag, bucket, error, devices)
SELECT tenant_id, lower(left(coalesce(group_tag, ''), 100) COLLATE "pg_c_utf8") COLLATE "C",
    CASE WHEN state_order <= 2 THEN state_order ELSE GREATEST(3, (4611686018427387904 - state_order) / 3600000000) END,
    CASE standing WHEN 'failed' THEN (asked).error ELSE '' END, count(*)
FROM status.devices WHERE standing IS NOT NULL GROUP BY 1, 2, 3, 4;

INSERT INTO status.device_counts (tenant_id, bucket, error, devices)
SELECT tenant_id, bucket, error, sum(devices) FROM status.group_counts GROUP BY 1, 2, 3;
