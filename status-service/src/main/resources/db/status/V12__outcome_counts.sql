-- What the rows of a tenant's batches came to, by the quarter of an hour in which their batch was accepted: in every
-- zone the days begin with one. Rows are appended by whoever decides rows of batches, summed, and now and then folded.
LOCK TABLE status.batch_counts IN SHARE ROW EXCLUSIVE MODE;

CREATE TABLE status.outcome_counts (
    tenant_id  text    NOT NULL,
    quarter    bigint  NOT NULL, -- of an hour, since 1970
    registered boolean NOT NULL,
    rows       bigint  NOT NULL,
    folded     boolean NOT NULL DEFAULT false
);
CREATE INDEX outcome_counts_by_key ON status.outcome_counts (tenant_id, quarter, registered) INCLUDE (rows);
CREATE INDEX outcome_counts_fresh ON status.outcome_counts (tenant_id) WHERE NOT folded;

INSERT INTO status.outcome_counts (tenant_id, quarter, registered, rows, folded)
SELECT b.tenant_id, floor(extract(epoch FROM b.started_at) / 900)::bigint, c.what = 'Registered', sum(c.rows), true
FROM status.batches b JOIN status.batch_counts c ON c.batch_id = b.batch_id
WHERE c.what <> 'Seen'
GROUP BY 1, 2, 3;
