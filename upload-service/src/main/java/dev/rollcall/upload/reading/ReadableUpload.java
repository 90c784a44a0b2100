package dev.rollcall.upload.reading;

import java.io.IOException;
import java.util.List;

/// An upload that was read once from end to end and found sound; it can be read again, row by row.
public final class ReadableUpload {
    private static final int MAX_NAMES = 500;

    private final List<RowSource> sources;
    private final long rowCount;

    ReadableUpload(List<RowSource> sources, long rowCount) {
        this.sources = List.copyOf(sources);
        this.rowCount = rowCount;
    }

    public long rowCount() {
        return rowCount;
    }

    /// The names of the files; of very many, the first.
    public List<String> files() {
        return sources.stream().map(RowSource::name).limit(MAX_NAMES).toList();
    }

    public List<String> ignoredColumns() {
        return sources.stream()
                .flatMap(source -> source.ignoredColumns().stream())
                .distinct()
                .limit(MAX_NAMES)
                .toList();
    }

    /// Shows every row, in the order of the files, until `visitor` has seen enough.
    public void forEachRow(RowVisitor visitor) throws IOException {
        var problems = new Problems();
        var counting = new Counting(visitor);
        for (var source : sources) {
            if (counting.wantsMore) {
                source.read(problems, counting::visit);
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("a file that was sound a moment ago is not any more");
        }
    }

    private static final class Counting {
        private final RowVisitor visitor;
        private long number;
        private boolean wantsMore = true;

        Counting(RowVisitor visitor) {
            this.visitor = visitor;
        }

        boolean visit(Row row) {
            wantsMore = visitor.visit(++number, row);
            return wantsMore;
        }
    }
}
