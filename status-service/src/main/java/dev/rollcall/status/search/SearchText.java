package dev.rollcall.status.search;

/// What of a device can be searched, as SQL: assigned user, serial number and model in one text, in lower case.
public final class SearchText {
    private static final String TEXT = """
            lower((coalesce({row}assigned_user, '') || ' ' || coalesce({row}serial_number, '') || ' '
                || coalesce({row}model, '')) COLLATE "pg_c_utf8")""";
    private static final String CHANGED = """
            CASE WHEN (old.assigned_user, old.serial_number, old.model)
                    IS DISTINCT FROM (new.assigned_user, new.serial_number, new.model)
                THEN {text} END""".replace("{text}", of("new."));

    private static final String APPEND = """
            INSERT INTO status.device_texts (tenant_id, devices, texts)
            SELECT tenant_id, array_agg(device_id), string_agg({line}, E'\\n')
            FROM {rows} WHERE text IS NOT NULL GROUP BY 1
            """.replace("{line}", line("text"));

    private SearchText() {}

    /// `row` is the name of a row of `status.devices` and a dot, or empty.
    public static String of(String row) {
        return TEXT.replace("{row}", row);
    }

    /// That of a `new` row where it is another than the `old` one's, else null.
    public static String changed() {
        return CHANGED;
    }

    /// What lets devices be found by the `text` of their `rows` from now on, where it is not null.
    public static String appending(String rows) {
        return APPEND.replace("{rows}", rows);
    }

    /// A text as it stands among others, which a line break parts it from.
    static String line(String text) {
        return "translate(" + text + ", E'\\n', ' ')";
    }
}
