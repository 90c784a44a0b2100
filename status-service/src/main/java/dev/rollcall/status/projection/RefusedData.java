package dev.rollcall.status.projection;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Tells an error that lies in the data, and stays however often it is tried, from an outage.
final class RefusedData {
    private static final String DATA_EXCEPTION = "22";
    private static final String CONSTRAINT_VIOLATION = "23";
    private static final String LIMIT_EXCEEDED = "54";

    private RefusedData() {}

    static boolean is(@Nullable Throwable error) {
        return switch (error) {
            case null -> false;
            case SQLException sql -> isOfData(sql.getSQLState());
            case Throwable other -> is(other.getCause());
        };
    }

    private static boolean isOfData(@Nullable String state) {
        return state != null
                && (state.startsWith(DATA_EXCEPTION)
                        || state.startsWith(CONSTRAINT_VIOLATION)
                        || state.startsWith(LIMIT_EXCEEDED));
    }
}
