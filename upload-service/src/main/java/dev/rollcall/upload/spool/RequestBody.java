package dev.rollcall.upload.spool;

import dev.rollcall.upload.reading.Limit;
import dev.rollcall.upload.reading.Limits;
import dev.rollcall.upload.reading.Problem;
import dev.rollcall.upload.reading.Refusal;
import dev.rollcall.upload.reading.Refusal.Kind;
import dev.rollcall.upload.reading.SourceFile;
import dev.rollcall.upload.spool.Arrival.CsvFiles;
import dev.rollcall.upload.spool.Arrival.Json;
import dev.rollcall.upload.spool.Arrival.Refused;
import dev.rollcall.upload.spool.BoundedStream.LimitExceeded;
import dev.rollcall.upload.spool.BoundedStream.SourceFailed;
import dev.rollcall.upload.spool.DiskStream.DiskFailed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/// Brings the body of a request to disk, whichever of the forms of an upload it has.
public final class RequestBody {
    public static final String CSV = "text/csv";
    public static final String ZIP = "application/zip";
    public static final String WINDOWS_ZIP = "application/x-zip-compressed";

    private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);

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
        if (request.getContentLengthLong() > limit()) {
            return new Refused(tooLarge());
        }
        try {
            var type = MediaType.parseMediaType(request.getContentType());
            return type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)
                    ? new MultipartForm(spool).receive(request.getContentType(), request.getInputStream())
                    : receiveRaw(type);
        } catch (SourceFailed _) {
            return new Refused(Refusal.of(Kind.BROKEN_OFF, Problem.inFile("body", "the body broke off")));
        } catch (DiskFailed e) {
            LOG.atError().setCause(e).log("no room for an upload on disk");
            return new Refused(Refusal.of(Kind.NO_ROOM, Problem.inFile("body", "there is no room for it just now")));
        }
    }

    private Arrival receiveRaw(MediaType type) throws IOException {
        try {
            return asSent(type, spool.write(new BoundedStream(request.getInputStream(), limit())));
        } catch (LimitExceeded _) {
            return new Refused(tooLarge());
        }
    }

    private Arrival asSent(MediaType type, SourceFile.Content content) throws IOException {
        if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            return new Json(new SourceFile("body.json", content), rows());
        }
        if (type.isCompatibleWith(MediaType.parseMediaType(CSV))) {
            return new CsvFiles(List.of(new SourceFile("body.csv", content)), null, rows());
        }
        var files = new ArrayList<SourceFile>();
        var refusal = new Archive(new SourceFile("body.zip", content), spool).unpackTo(files);
        return refusal == null ? new CsvFiles(files, null, rows()) : new Refused(refusal);
    }

    private long limit() {
        return spool.allowance().maxBytes();
    }

    private Limits rows() {
        return spool.allowance().rows();
    }

    private Refusal tooLarge() {
        return Refusal.tooLarge(
                Limit.bytes(limit()), Problem.inFile("body", "the body is larger than " + limit() + " bytes"));
    }
}
