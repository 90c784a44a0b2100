package dev.rollcall.status.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// A table on its way to a caller, row by row: UTF-8 with a byte order mark, without which Excel would read another
/// encoding, and no cell that a spreadsheet takes for a formula. The stream stays open: where writing throws, what was
/// written is no whole file, and nobody may end it as one.
public final class CsvTable {
    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;

    private CsvTable(CsvWriter csv) {
        this.csv = csv;
    }

    /// Begins an answer that is saved as a file of this name.
    public static CsvTable answer(HttpServletResponse response, String file, List<String> header) throws IOException {
        var attachment = ContentDisposition.attachment().filename(file).build();
        response.setContentType(TYPE.toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment.toString());
        return begin(response.getOutputStream(), header);
    }

    public static CsvTable begin(OutputStream out, List<String> header) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        var table = new CsvTable(
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer));
        table.csv.writeRecord(header);
        return table;
    }

    /// Null is an empty cell. A caller that has hung up is an [UncheckedIOException].
    public void row(List<@Nullable String> cells) {
        var line = csv.writeRecord();
        for (var cell : cells) {
            line.writeField(cell == null ? "" : CsvCell.safe(cell));
        }
        line.endRecord();
    }

    public void end() throws IOException {
        csv.flush();
    }
}
