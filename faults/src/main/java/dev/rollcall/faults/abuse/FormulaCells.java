package dev.rollcall.faults.abuse;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.rollcall.benchmarks.load.Watch;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Cells that a spreadsheet would run, in a file that others export: none may come out as it went in.
public record FormulaCells() implements Attack {
    private static final String CSV = """
            Device Serial Number,Manufacturer name,Device model,Hardware Hash,Group Tag
            =1+1,"=cmd|' /C calc'!A0",@SUM(1+1),none,+1
            "=HYPERLINK(""http://127.0.0.1:1/?""&A1)",-1+1,"\t=1",none,=1
            """;
    private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r";

    @Override
    public String words() {
        return "formulas in cells that are exported";
    }

    @Override
    public Impact on(Target target) {
        var tally = new Tally();
        var token = target.token(0, 1);
        try (var post = new Post()) {
            post.upload(target.door(), token, "text/csv", CSV.getBytes(StandardCharsets.UTF_8))
                    .ifPresent(answer -> {
                        tally.answered(answer.statusCode(), words());
                        export(target, token, answer, post, tally);
                    });
        }
        return tally.impact();
    }

    private void export(Target target, String token, HttpResponse<String> accepted, Post post, Tally tally) {
        var batch =
                JsonMapper.shared().readTree(accepted.body()).path("batchId").asString();
        var path = "/v1/batches/" + batch;
        Watch.over(0)
                .until(
                        "outcomes of " + path,
                        () -> isCompleted(post.get(target.desk().resolve(path), token, "application/json")));
        for (var export : List.of(path + "/results", "/v1/devices")) {
            post.get(target.desk().resolve(export), token, "text/csv").ifPresent(answer -> {
                tally.answered(answer.statusCode(), export);
                judge(export, answer.body(), tally);
            });
        }
    }

    private static boolean isCompleted(Optional<HttpResponse<String>> answer) {
        return answer.filter(given -> given.body().contains("\"completed\"")).isPresent();
    }

    private static void judge(String export, String csv, Tally tally) {
        for (var row : CsvReader.builder().ofCsvRecord(csv)) {
            row.getFields().stream()
                    .filter(cell -> !cell.isEmpty() && RUN_BY_SPREADSHEETS.indexOf(cell.charAt(0)) >= 0)
                    .forEach(cell -> tally.breached(export + " has the cell " + cell));
        }
    }
}
