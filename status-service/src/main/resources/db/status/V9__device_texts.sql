-- q=…: part of a user, serial number or model. Whoever changes what a device is called appends its new text, in the same
-- transaction: a row holds the texts of many devices, and rows are added and packed, never updated. What a device was
-- called before stays; whoever finds a device here looks at what it is called now.
CREATE TABLE status.device_texts (
    tenant_id text    NOT NULL,
    devices   uuid[]  NOT NULL,
    texts     text[]  NOT NULL, -- of the devices, each user, serial number and model in lower case
    entries   integer NOT NULL GENERATED ALWAYS AS (cardinality(devices)) STORED,
    trigrams  bytea -- 16,384 bits, those of the trigrams in the texts are set; null until the row is packed
);
-- The sets are read of every row of a tenant, the texts only of those where they may be: these stand elsewhere.
ALTER TABLE status.device_texts
    ALTER COLUMN devices SET STORAGE EXTERNAL,
    ALTER COLUMN texts SET STORAGE EXTERNAL,
    ALTER COLUMN trigrams SET STORAGE PLAIN;
CREATE INDEX device_texts_of_tenant ON status.device_texts (tenant_id);
CREATE INDEX device_texts_fresh ON status.device_texts (tenant_id) INCLUDE (entries) WHERE trigrams IS NULL;

-- Whoever writes meanwhile would not know of the texts.
LOCK TABLE status.devices IN SHARE ROW EXCLUSIVE MODE;

-- Sorted, not hashed: the arrays of millions of devices would all be in memory at once.
SET LOCAL enable_hashagg = off;
INSERT INTO status.device_texts (tenant_id, devices, texts)
SELECT tenant_id, array_agg(device_id), array_agg(text)
FROM (SELECT tenant_id, device_id, (row_number() OVER (PARTITION BY tenant_id ORDER BY device_id) - 1) / 1024 AS block,
        lower((coalesce(assigned_user, '') || ' ' || coalesce(serial_number, '') || ' ' || coalesce(model, ''))
            COLLATE "pg_c_utf8") AS text
    FROM status.devices
    WHERE assigned_user IS NOT NULL OR serial_number IS NOT NULL OR model IS NOT NULL) d
GROUP BY tenant_id, block;
SET LOCAL enable_hashagg = DEFAULT;

DROP INDEX status.devices_by_text;
