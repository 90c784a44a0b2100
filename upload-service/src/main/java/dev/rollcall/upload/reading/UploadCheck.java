package dev.rollcall.upload.reading;

import dev.rollcall.upload.reading.UploadReading.Refused;
import dev.rollcall.upload.reading.UploadReading.Sound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The first pass: reads an upload from end to end and publishes nothing. All files are looked at, so that the sender
/// learns of everything at once.
public final class UploadCheck {
    private final Limits limits;
    private final RowRule rule;
    private final Problems problems = new Problems();
    private final List<RowSource> sources = new ArrayList<>();
    private long rowCount;

    private UploadCheck(Limits limits, RowRule rule) {
        this.limits = limits;
        this.rule = rule;
    }

    public static UploadReading ofCsv(List<SourceFile> files, Limits limits, RowRule rule) throws IOException {
        var check = new UploadCheck(limits, rule);
        for (var file : files) {
            check.addCsv(file);
        }
        return check.reading();
    }

    public static UploadReading ofJson(SourceFile file, Limits limits, RowRule rule) throws IOException {
        var check = new UploadCheck(limits, rule);
        check.add(new JsonRows(file, limits.maxRecordLength()));
        return check.reading();
    }

    private void addCsv(SourceFile file) throws IOException {
        if (isOver()) {
            return;
        }
        var rows = new CsvInspection(file, limits.maxRecordLength(), problems).inspect();
        if (rows != null) {
            add(rows);
        }
    }

    private void add(RowSource source) throws IOException {
        sources.add(source);
        if (rule.equals(RowRule.NONE)) {
            source.walk(problems, line -> count(source.name(), line));
        } else {
            source.read(problems, this::check);
        }
    }

    private boolean count(String file, long line) {
        if (++rowCount > limits.maxRows()) {
            problems.tooLarge(
                    Limit.rows(limits.maxRows()),
                    Problem.atLine(file, line, "more than " + limits.maxRows() + " rows in one upload"));
            return false;
        }
        return true;
    }

    private boolean check(Row row) {
        if (!count(row.file(), row.line())) {
            return false;
        }
        var violation = rule.violation(row);
        if (violation != null) {
            problems.add(Problem.atLine(row.file(), row.line(), violation));
        }
        return !problems.isFull();
    }

    private boolean isOver() {
        return rowCount > limits.maxRows() || problems.isFull();
    }

    private UploadReading reading() {
        if (problems.isEmpty() && rowCount == 0) {
            var where = sources.isEmpty() ? "upload" : sources.getFirst().name();
            problems.add(Problem.inFile(where, "no rows: there is nothing to register"));
        }
        return problems.isEmpty()
                ? new Sound(new ReadableUpload(sources, rowCount))
                : new Refused(problems.toRefusal());
    }
}
