-- Devices {first} to {last} of a tenant, each the row that the projection would have written for its events: of 100, 2
-- are requested, 4 failed, 20 registered and never seen, 74 seen within the last weeks. Everything about a device
-- follows from tenant and number by a hash, so that any two runs have the same devices.
WITH hashes AS (
    SELECT i, sha256(('{tenant}/' || i)::bytea) AS h
    FROM generate_series({first}, {last}) i
), drawn AS (
    SELECT i, h, md5(h)::uuid AS device_id, md5(h || '\x01')::uuid AS request_id,
        md5('{tenant}/batch/' || batch)::uuid AS batch_id, batch,
        get_byte(h, 0) * 256 + get_byte(h, 1) AS a, get_byte(h, 2) * 256 + get_byte(h, 3) AS b,
        get_byte(h, 4) * 256 + get_byte(h, 5) AS c, get_byte(h, 6) * 256 + get_byte(h, 7) AS d,
        upper(translate(encode(substr(h, 9, 12), 'base64'), '+/=', 'XYZ')) AS text,
        (get_byte(h, 21) * 65536 + get_byte(h, 22) * 256 + get_byte(h, 23))::bigint AS digits
    FROM hashes, LATERAL (SELECT CASE WHEN i <= {last_of_tenant} / 4 THEN 0 ELSE i / 2000 END AS batch) of_batch
), described AS (
    SELECT *,
        (ARRAY['Fujitsu', 'Panasonic', 'ASUSTeK COMPUTER INC.', 'Acer', 'Microsoft Corporation', 'HP', 'LENOVO', 'Dell Inc.'])
            [1 + (sqrt(a % 64))::int % 8] AS manufacturer,
        timestamptz '{now}' - (b % 700 + 30) * interval '1 day' - c * interval '1 second' AS accepted_at,
        (a + b) % 100 AS kind,
        CASE WHEN c % 10 < 7 THEN
            (ARRAY['ann', 'bert', 'cleo', 'dirk', 'eva', 'frans', 'gina', 'hugo', 'iris', 'joost', 'kim', 'lars', 'mia',
                'noor', 'otto', 'pia', 'quinn', 'rosa', 'sven', 'tess'])[1 + c % 20]
            || '.' || lower(substr(text, 11, 4)) || d % 1000 || '@{tenant}.example' END AS assigned_user,
        CASE WHEN d % 4 > 0 THEN
            CASE WHEN i % 20000 = 7 THEN 'Reception'
                ELSE (ARRAY['Sales', 'Kiosk', 'Engineering', 'Warehouse', 'Finance', 'School', 'Legal', 'Lab', 'Loan', 'Board'])
                    [1 + (sqrt(d % 100))::int % 10] END END AS group_tag
    FROM drawn
), complete AS (
    SELECT *,
        CASE manufacturer
            WHEN 'Dell Inc.' THEN substr(text, 1, 7)
            WHEN 'LENOVO' THEN 'PF' || substr(text, 1, 6)
            WHEN 'HP' THEN '5CG' || substr(text, 1, 7)
            WHEN 'Microsoft Corporation' THEN lpad((digits * 997)::text, 12, '0')
            ELSE substr(text, 1, 12) END || '-' || i::text AS serial_number,
        CASE manufacturer
            WHEN 'Dell Inc.' THEN (ARRAY['Latitude 5440', 'Latitude 7450', 'OptiPlex 7010', 'XPS 13 9340', 'Precision 3581'])[1 + b % 5]
            WHEN 'LENOVO' THEN '2' || (ARRAY['1AH', '0XW', '1F8', '0UB', '1CD', '1HM', '1K9'])[1 + b % 7] || 'CTO1WW'
            WHEN 'HP' THEN 'HP EliteBook 8' || (b % 6) || '0 G' || (8 + b % 4)
            WHEN 'Microsoft Corporation' THEN 'Surface ' || (ARRAY['Pro 9', 'Laptop 6', 'Go 4', 'Studio 2'])[1 + b % 4]
            ELSE 'Model ' || chr(65 + b % 26) END AS model,
        accepted_at + 3 * interval '1 second' AS registered_at,
        CASE WHEN kind BETWEEN 26 AND 99 THEN
            timestamptz '{now}' - ((c::bigint * 65536 + d) % (28 * 86400)) * interval '1 second' END AS seen_at,
        CASE WHEN kind BETWEEN 2 AND 5 THEN
            (ARRAY['DeviceNotFound', 'DeviceNotFound', 'HardwareHashNotValid', 'HardwareHashNotValid',
                'DeviceClaimedByAnotherOrganization', 'UnexpectedError'])[1 + c % 6] END AS error
    FROM described
)
INSERT INTO status.devices (tenant_id, device_id, serial_key, asked, succeeded, registration, sighting)
SELECT '{tenant}', device_id, lower(serial_number),
    ROW(accepted_at, i, request_id, error IS NOT NULL, batch_id, CASE WHEN error IS NOT NULL THEN true END, error,
        CASE WHEN error IS NOT NULL THEN 'No device of this manufacturer, model and serial number is listed.' END,
        details)::status.asked,
    CASE WHEN kind > 5 THEN ROW(accepted_at, i, request_id)::status.succeeded END,
    CASE WHEN kind > 5 THEN ROW(1, registered_at, request_id, batch_id, details)::status.registration END,
    CASE WHEN seen_at IS NOT NULL THEN ROW(seen_at, seen_at, assigned_user)::status.sighting END
FROM complete, LATERAL (SELECT ROW(serial_number, manufacturer, model, NULL, group_tag, assigned_user)::status.details
    AS details) d
