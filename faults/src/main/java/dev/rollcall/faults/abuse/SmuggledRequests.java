package dev.rollcall.faults.abuse;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// Requests of which a proxy could think that they end elsewhere, each with a second one inside. The first is refused,
/// and what is behind it is never answered as a request of its own.
public record SmuggledRequests() implements Attack {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int CLIENT_ERROR = 400;
    private static final int NO_REQUEST = 400;
    private static final String INSIDE = "GET /v1/devices HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Inside: yes\r\n\r\n";

    /// What stands between the usual headers and the body.
    private static final List<String> HEADS = List.of(
            "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
            "Content-Length: 0\r\nContent-Length: 90\r\n",
            "Content-Length: 0, 90\r\n",
            "Content-Length: +0\r\n",
            "Content-Length: 0x0\r\n",
            "Content-Length: -1\r\n",
            "Content-Length : 0\r\n",
            "Transfer-Encoding: xchunked\r\n",
            "Transfer-Encoding: chunked, identity\r\n",
            "Transfer-Encoding : chunked\r\n",
            "Transfer-Encoding:\u000bchunked\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
            "X: a\r\n Content-Length: 0\r\n",
            "X: a\u0000b\r\nContent-Length: 0\r\n",
            "X: a\rContent-Length: 0\r\n",
            "X a\r\nContent-Length: 0\r\n",
            "Host: other.example\r\nContent-Length: 0\r\n");

    @Override
    public String words() {
        return HEADS.size() + " ways to hide a request in another, at both services";
    }

    @Override
    public Impact on(Target target) {
        var tally = new Tally();
        for (var address : List.of(target.door(), target.desk())) {
            HEADS.forEach(head -> smuggle(address, head, target.token(0, 1), tally));
        }
        return tally.impact();
    }

    private static void smuggle(URI address, String head, String token, Tally tally) {
        var shown = head.replace("\r", "\\r").replace("\n", "\\n");
        try (var wire = Wire.to(address, PATIENCE)) {
            wire.send("POST /v1/batches HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: text/csv\r\n" + head + "\r\n0\r\n\r\n" + INSIDE);
            var statuses = wire.statuses();
            statuses.forEach(status -> tally.met(status.toString()));
            if (statuses.size() > 1 && statuses.getLast() != NO_REQUEST) {
                tally.breached(shown + " is answered " + statuses);
            }
            if (statuses.stream().anyMatch(status -> status < CLIENT_ERROR)) {
                tally.breached(shown + " is taken: " + statuses);
            }
        } catch (IOException e) {
            tally.met("cut off");
        }
    }
}
