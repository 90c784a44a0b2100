package dev.rollcall.standalone.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The header of a tool, and where each field of a row stands under it.
record Layout(String header, List<Function<Row, String>> fields) {
    static final Layout SCRIPT = new Layout(
            "Device Serial Number,Windows Product ID,Hardware Hash", List.of(Row::serialNumber, _ -> "", Row::hash));
    static final Layout SCRIPT_TAGGED = new Layout(
            "Device Serial Number,Windows Product ID,Hardware Hash,Group Tag,Assigned User",
            List.of(Row::serialNumber, _ -> "", Row::hash, Row::groupTag, Row::assignedUser));
    static final Layout SCRIPT_PARTNER = new Layout(
            "Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model",
            List.of(Row::serialNumber, _ -> "", Row::hash, Row::manufacturer, Row::model));
    static final Layout MMD_SELF_SERVICE = new Layout(
            "Manufacturer,Model,Serial Number,Hardware Hash",
            List.of(Row::manufacturer, Row::model, Row::serialNumber, Row::hash));
    static final Layout MMD_PARTNER =
            new Layout("Manufacturer,Model,Serial Number", List.of(Row::manufacturer, Row::model, Row::serialNumber));
    static final Layout PARTNER_CENTER = new Layout(
            "Device serial number,Windows product ID,Hardware hash,Manufacturer name,Device Model",
            List.of(Row::serialNumber, _ -> "", Row::hash, Row::manufacturer, Row::model));
    static final Layout SPREADSHEET = new Layout(
            "Location,Model,Manufacturer,SERIAL NUMBER,Hardware  Hash,Assigned User",
            List.of(
                    _ -> "Warehouse 2",
                    Row::model,
                    Row::manufacturer,
                    Row::serialNumber,
                    Row::hash,
                    Row::assignedUser));

    List<List<String>> lines(List<Row> rows) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(header.split(",", -1)));
        rows.forEach(
                row -> lines.add(fields.stream().map(field -> field.apply(row)).toList()));
        return lines;
    }
}
