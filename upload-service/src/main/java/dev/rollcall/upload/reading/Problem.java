package dev.rollcall.upload.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// One thing that is wrong with an upload, and where. Lines and columns count from 1; they are null where the whole
/// file is at fault. The message is for the sender
/// alone: it may quote a row's own columns, and never a hardware hash.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String file, @Nullable Long line, @Nullable Long column, String message) {

    public static Problem inFile(String file, String message) {
        return new Problem(file, null, null, message);
    }

    public static Problem atLine(String file, long line, String message) {
        return new Problem(file, line, null, message);
    }

    public static Problem at(String file, long line, long column, String message) {
        return new Problem(file, line, column, message);
    }
}
