-- A row of a big batch is mostly written once, decided already: there is less to keep free for a second write.
ALTER TABLE status.requests SET (fillfactor = 85);

-- What was appended since the last folding, so that folding looks at nothing else.
ALTER TABLE status.device_counts ADD COLUMN folded boolean NOT NULL DEFAULT false;
ALTER TABLE status.group_counts ADD COLUMN folded boolean NOT NULL DEFAULT false;
CREATE INDEX device_counts_fresh ON status.device_counts (tenant_id) WHERE NOT folded;
CREATE INDEX group_counts_fresh ON status.group_counts (tenant_id) WHERE NOT folded;
