package dev.rollcall.faults.load;

import dev.rollcall.faults.history.Act;
import dev.rollcall.faults.history.Answer;
import dev.rollcall.faults.history.Call;
import dev.rollcall.faults.history.History;
import dev.rollcall.faults.history.Row;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/// A client that is gone before its answer: in the middle of its body, or when it has sent all of it.
public final class Ghost {
    private static final int ROWS = 12;

    private final Party party;
    private final Devices devices;
    private final History history;
    private final InstantSource clock = InstantSource.system();
    private int number;

    public Ghost(Party party, Devices devices, History history) {
        this.party = party;
        this.devices = devices;
        this.history = history;
    }

    /// Of two such uploads the second is whole.
    public void vanish(URI door) {
        number++;
        var whole = number % 2 == 0;
        var upload = new Act.Upload("ghost-" + number, rows(), whole);
        var begun = clock.instant();
        var why = send(door, upload);
        history.add(new Call(party.tenant(), upload, door.toString(), begun, clock.instant(), new Answer.None(why)));
    }

    private List<Row> rows() {
        return IntStream.range(0, ROWS)
                .mapToObj(place ->
                        new Row(1 + Math.floorMod(number * ROWS + place, devices.contested()), Row.Kind.GOOD))
                .toList();
    }

    private String send(URI door, Act.Upload upload) {
        var body = devices.csv(upload.rows());
        var head = """
                POST /v1/batches HTTP/1.1\r
                Host: 127.0.0.1\r
                Authorization: Bearer %s\r
                Content-Type: text/csv\r
                Idempotency-Key: %s\r
                Content-Length: %d\r
                \r
                """.formatted(party.token(), upload.key(), body.length);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door.getPort())) {
            // Closing then resets the connection.
            socket.setSoLinger(true, 0);
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body, 0, upload.whole() ? body.length : body.length / 2);
            out.flush();
            return "vanished";
        } catch (IOException e) {
            return e.toString();
        }
    }
}
