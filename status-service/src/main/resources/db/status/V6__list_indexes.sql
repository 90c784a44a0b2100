-- Every sort of GET /v1/devices has an index now, and each ends in the state behind the device: a filter by states is
-- decided within the index, and what it leaves out is never fetched.
DROP INDEX IF EXISTS status.devices_by_model;
CREATE INDEX devices_by_model ON status.devices
    (tenant_id, (lower(left(coalesce(model, ''), 100) COLLATE "pg_c_utf8") COLLATE "C"), device_id, state_order)
    WHERE standing IN ('failed', 'registered');
DROP INDEX IF EXISTS status.devices_by_group_tag;
CREATE INDEX devices_by_group_tag ON status.devices
    (tenant_id, (lower(left(coalesce(group_tag, ''), 100) COLLATE "pg_c_utf8") COLLATE "C"), device_id, state_order)
    WHERE standing IN ('failed', 'registered');
DROP INDEX IF EXISTS status.devices_by_assigned_user;
CREATE INDEX devices_by_assigned_user ON status.devices
    (tenant_id, (lower(left(coalesce(assigned_user, ''), 100) COLLATE "pg_c_utf8") COLLATE "C"), device_id, state_order)
    WHERE standing IN ('failed', 'registered');
DROP INDEX IF EXISTS status.devices_by_registration;
CREATE INDEX devices_by_registration ON status.devices (tenant_id, registered_order, device_id, state_order)
    WHERE standing IN ('failed', 'registered');
DROP INDEX IF EXISTS status.devices_by_serial_number;
CREATE INDEX devices_by_serial_number ON status.devices (tenant_id, serial_key, device_id, state_order);
CREATE INDEX devices_by_manufacturer ON status.devices
    (tenant_id, (lower(left(coalesce(manufacturer, ''), 100) COLLATE "pg_c_utf8") COLLATE "C"), device_id, state_order)
    WHERE standing IN ('failed', 'registered');
CREATE INDEX devices_by_request ON status.devices (tenant_id, request_id, device_id, state_order)
    WHERE standing IN ('failed', 'registered');
CREATE INDEX devices_by_batch ON status.devices (tenant_id, batch_id, device_id, state_order)
    WHERE standing IN ('failed', 'registered');

-- A failed entry is one by its standing, its state and its error alike: without this the planner takes that for chance.
CREATE STATISTICS status.devices_alike (mcv) ON tenant_id, standing, state_order, ((asked).error) FROM status.devices;
