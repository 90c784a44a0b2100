package dev.rollcall.upload.spool;

import dev.rollcall.upload.reading.Problem;
import dev.rollcall.upload.reading.Refusal;
import dev.rollcall.upload.reading.Refusal.Kind;
import dev.rollcall.upload.reading.SourceFile;
import dev.rollcall.upload.spool.Arrival.CsvFiles;
import dev.rollcall.upload.spool.Arrival.Json;
import dev.rollcall.upload.spool.Arrival.Refused;
import dev.rollcall.upload.spool.BoundedStream.LimitExceeded;
import dev.rollcall.upload.spool.BoundedStream.SourceFailed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;

/// Brings the body of a request to disk, whichever of the forms of an upload it has.
public final class RequestBody {
    public static final String CSV = "text/csv";
    public static final String ZIP = "application/zip";
    public static final String WINDOWS_ZIP = "application/x-zip-compressed";

    private final HttpServletRequest request;
    private final Spool spool;

    private RequestBody(HttpServletRequest request, Spool spool) {
        this.request = request;
        this.spool = spool;
    }

    public static Arrival receive(HttpServletRequest request, Spool spool) throws IOException {
        return new RequestBody(request, spool).receive();
    }

    private Arrival receive() throws IOException {
        var type = MediaType.parseMediaType(request.getContentType());
        if (type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)) {
            return new MultipartForm(spool).receive(request);
        }
        return receiveRaw(type);
    }

    private Arrival receiveRaw(MediaType type) throws IOException {
        if (request.getContentLengthLong() > limit()) {
            return new Refused(tooLarge());
        }
        try {
            var file = spool.write(new BoundedStream(request.getInputStream(), limit()));
            return asSent(type, () -> Files.newInputStream(file));
        } catch (LimitExceeded _) {
            return new Refused(tooLarge());
        } catch (SourceFailed _) {
            return new Refused(Refusal.of(Kind.MALFORMED, Problem.inFile("body", "the body broke off")));
        }
    }

    private Arrival asSent(MediaType type, SourceFile.Content content) throws IOException {
        if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            return new Json(new SourceFile("body.json", content));
        }
        if (type.isCompatibleWith(MediaType.parseMediaType(CSV))) {
            return new CsvFiles(List.of(new SourceFile("body.csv", content)), null);
        }
        var files = new ArrayList<SourceFile>();
        var refusal = new Archive(new SourceFile("body.zip", content), spool).unpackTo(files);
        return refusal == null ? new CsvFiles(files, null) : new Refused(refusal);
    }

    private long limit() {
        return spool.limits().maxBytes().toBytes();
    }

    private Refusal tooLarge() {
        return Refusal.of(Kind.TOO_LARGE, Problem.inFile("body", "the body is larger than " + limit() + " bytes"));
    }
}
