package dev.rollcall.status.devices;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.status.projection.StorableText;
import dev.rollcall.status.search.SearchText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A filter as SQL, but for its states, which are ranges of an index ([StateRange]). `text` is its search, or empty.
record DeviceConditions(String sql, String text, Map<String, Object> parameters) {
    /// Errors by their own names, of which there are few. Were they parameters, PostgreSQL would take any
    /// of them for rare once a statement is prepared, and would look up and sort all failures of a common
    /// one for each page.
    private static final String ERRORS = "AND standing = 'failed' AND (asked).error IN ({errors})";

    /// Group tags are alike as the index has them: whatever their case, in their first 100 characters.
    static final String GROUP_TAG =
            "AND %s = %s".formatted(DeviceSort.foldedText("group_tag"), DeviceSort.foldedText(":groupTag"));

    private static final String TEXT = SearchText.of("") + " LIKE lower(:text COLLATE \"pg_c_utf8\")";

    static DeviceConditions of(DeviceFilter filter) {
        var sql = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        if (!filter.errors().isEmpty()) {
            sql.add(ERRORS.replace("{errors}", names(filter.errors())));
        }
        if (filter.groupTag() != null) {
            sql.add(GROUP_TAG);
            parameters.put("groupTag", StorableText.of(filter.groupTag()));
        }
        if (filter.text() != null) {
            parameters.put("text", pattern(StorableText.of(filter.text())));
        }
        return new DeviceConditions(String.join("\n", sql), filter.text() == null ? "" : TEXT, Map.copyOf(parameters));
    }

    private static String names(Set<RegistrationError> errors) {
        return errors.stream().map(error -> "'" + error.wireName() + "'").collect(Collectors.joining(", "));
    }

    private static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
