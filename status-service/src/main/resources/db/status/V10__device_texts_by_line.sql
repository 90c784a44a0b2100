-- The texts of a row are one text now, a line for each device: whether any of them has a part is one comparison.
LOCK TABLE status.devices IN SHARE ROW EXCLUSIVE MODE;

DROP TABLE status.device_texts;
CREATE TABLE status.device_texts (
    tenant_id text    NOT NULL,
    devices   uuid[]  NOT NULL,
    texts     text    NOT NULL, -- a line for each of the devices: its user, serial number and model in lower case
    entries   integer NOT NULL GENERATED ALWAYS AS (cardinality(devices)) STORED,
    trigrams  bytea -- 8,192 bits, those of the trigrams in the texts are set; null until the row is packed
);
-- The sets are read of every row of a tenant, the texts only of those where they may be: these stand elsewhere.
ALTER TABLE status.device_texts
    ALTER COLUMN devices SET STORAGE EXTERNAL,
    ALTER COLUMN texts SET STORAGE EXTERNAL,
    ALTER COLUMN trigrams SET STORAGE PLAIN;
CREATE INDEX device_texts_of_tenant ON status.device_texts (tenant_id);
CREATE INDEX device_texts_fresh ON status.device_texts (tenant_id) INCLUDE (entries) WHERE trigrams IS NULL;

-- Sorted, not hashed: the texts of millions of devices would all be in memory at once.
SET LOCAL enable_hashagg = off;
INSERT INTO status.device_texts (tenant_id, devices, texts)
SELECT tenant_id, array_agg(device_id), string_agg(text, E'\n')
FROM (SELECT tenant_id, device_id, (row_number() OVER (PARTITION BY tenant_id ORDER BY device_id) - 1) / 1024 AS block,
        translate(lower((coalesce(assigned_user, '') || ' ' || coalesce(serial_number, '') || ' '
            || coalesce(model, '')) COLLATE "pg_c_utf8"), E'\n', ' ') AS text
    FROM status.devices
    WHERE assigned_user IS NOT NULL OR serial_number IS NOT NULL OR model IS NOT NULL) d
GROUP BY tenant_id, block;
SET LOCAL enable_hashagg = DEFAULT;
