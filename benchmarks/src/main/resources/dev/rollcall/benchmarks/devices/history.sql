-- What the projection has of the requests behind status.devices, one for each, and of their batches.
INSERT INTO status.requests (batch_id, row_number, request_id, tenant_id, device_id, file, line, requested_at,
    serial_number, manufacturer, model, product_id, group_tag, assigned_user, outcome, reason, decided_at)
SELECT (asked).batch_id, (asked).row_number, (asked).request_id, tenant_id, device_id, 'devices.csv',
    (asked).row_number + 1, (asked).at, (d).serial_number, (d).manufacturer, (d).model, (d).product_id, (d).group_tag,
    (d).assigned_user,
    CASE WHEN (asked).rejected THEN (asked).error WHEN registration IS NOT NULL THEN 'Registered' END,
    (asked).reason,
    CASE WHEN (asked).rejected OR registration IS NOT NULL THEN (asked).at + interval '3 seconds' END
FROM status.devices, LATERAL (SELECT (asked).details AS d) details;

INSERT INTO status.failures (batch_id, row_number, error)
SELECT (asked).batch_id, (asked).row_number, (asked).error FROM status.devices WHERE (asked).rejected;

INSERT INTO status.batches (batch_id, tenant_id, started_at, row_count)
SELECT batch_id, min(tenant_id), min(requested_at), count(*) FROM status.requests GROUP BY batch_id;

INSERT INTO status.batch_counts (batch_id, what, rows, decided_at)
SELECT batch_id, 'Seen', count(*), NULL FROM status.requests GROUP BY batch_id
UNION ALL
SELECT batch_id, outcome, count(*), max(decided_at) FROM status.requests WHERE outcome IS NOT NULL GROUP BY batch_id, outcome;

INSERT INTO status.outcome_counts (tenant_id, quarter, registered, rows, folded)
SELECT tenant_id, floor(extract(epoch FROM requested_at) / 900)::bigint, outcome = 'Registered', count(*), true
FROM status.requests WHERE outcome IS NOT NULL GROUP BY 1, 2, 3;
