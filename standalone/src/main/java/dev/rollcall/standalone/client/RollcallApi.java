package dev.rollcall.standalone.client;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The calls of the REST API that the command needs, on behalf of one client.
public final class RollcallApi {
    private static final int SUCCESSFUL = 2;
    private static final int NOT_FOUND = 404;
    private static final int PAGE_SIZE = 1000;

    private final Exchange exchange = new Exchange();
    private final URI server;
    private final Tokens tokens;

    public RollcallApi(URI server, Tokens tokens) {
        this.server = server;
        this.tokens = tokens;
    }

    /// Posts the files, again if the connection breaks.
    public SubmitAnswer submit(Upload upload) {
        var body = UploadBody.of(upload.files());
        var request = request(path(upload))
                .header("Content-Type", body.contentType())
                .header("Idempotency-Key", upload.idempotencyKey())
                .POST(body.publisher(upload.progress()))
                .build();
        var response = exchange.sendPatiently(request);
        return succeeded(response)
                ? Json.read(response.body(), SubmitAnswer.Accepted.class)
                : new SubmitAnswer.Refused(problem(response));
    }

    /// Lists the devices of the file in the catalog, on behalf of a supplier; the id of the batch.
    public String listInCatalog(Path file) {
        var body = UploadBody.of(List.of(file));
        var response = exchange.sendPatiently(request("/v1/device-catalog")
                .header("Content-Type", body.contentType())
                .POST(body.publisher(_ -> {}))
                .build());
        return Json.read(require(response).body(), CatalogProgress.class).batchId();
    }

    /// Whether the catalog has heard every row of the supplier's batch.
    public boolean isDecided(String catalogBatchId) {
        var response = exchange.sendPatiently(
                request("/v1/device-catalog/batches/" + catalogBatchId).build());
        return response.statusCode() != NOT_FOUND
                && Json.read(require(response).body(), CatalogProgress.class).completed();
    }

    public void report(List<Sighting> sightings) {
        require(exchange.sendPatiently(request("/v1/device-activity")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(Map.of("events", sightings))))
                .build()));
    }

    /// Empty while the batch is on its way: it shows some moments after it was accepted.
    public Optional<BatchProgress> progress(String batchId) {
        var response = exchange.sendPatiently(request("/v1/batches/" + batchId).build());
        return response.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(Json.read(require(response).body(), BatchProgress.class));
    }

    /// Every row of the batch, in the order of the files.
    public List<RowResult> results(String batchId) {
        return all("/v1/batches/" + batchId + "/results", page -> Json.readPage(page, RowResult.class));
    }

    /// The first rows of one outcome.
    public List<RowResult> results(String batchId, String outcome, int atMost) {
        var response = exchange.sendPatiently(
                request("/v1/batches/" + batchId + "/results?outcome=" + outcome + "&limit=" + atMost)
                        .build());
        return Json.readPage(require(response).body(), RowResult.class).items();
    }

    public List<DeviceEntry> devices() {
        return all("/v1/devices", page -> Json.readPage(page, DeviceEntry.class));
    }

    /// The relationships of the client's party, the latest first.
    public List<Relationship> relationships() {
        return all("/v1/partner-relationships", page -> Json.readPage(page, Relationship.class));
    }

    /// Asks a customer, on behalf of a partner.
    public Relationship ask(String customer) {
        var response = exchange.send(request("/v1/partner-relationships")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(Map.of("customer", customer))))
                .build());
        return Json.read(require(response).body(), Relationship.class);
    }

    public Relationship accept(String relationshipId) {
        return change(relationshipId, "accept");
    }

    public Relationship end(String relationshipId) {
        return change(relationshipId, "end");
    }

    private Relationship change(String relationshipId, String action) {
        var response =
                exchange.sendPatiently(request("/v1/partner-relationships/" + segment(relationshipId) + ":" + action)
                        .POST(BodyPublishers.noBody())
                        .build());
        return Json.read(require(response).body(), Relationship.class);
    }

    private static String path(Upload upload) {
        var customer = upload.customer();
        var path = customer == null ? "/v1/batches" : "/v1/customers/" + segment(customer) + "/batches";
        return upload.dryRun() ? path + "?dryRun=true" : path;
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private <T> List<T> all(String path, Function<String, Page<T>> reader) {
        var items = new ArrayList<T>();
        var query = "?limit=" + PAGE_SIZE;
        while (query != null) {
            var response = exchange.sendPatiently(request(path + query).build());
            var page = reader.apply(require(response).body());
            items.addAll(page.items());
            query = page.nextCursor() == null
                    ? null
                    : "?limit=" + PAGE_SIZE + "&cursor=" + URLEncoder.encode(page.nextCursor(), StandardCharsets.UTF_8);
        }
        return items;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + tokens.current());
    }

    private static HttpResponse<String> require(HttpResponse<String> response) {
        if (!succeeded(response)) {
            throw new ClientFailure(problem(response).headline());
        }
        return response;
    }

    private static boolean succeeded(HttpResponse<String> response) {
        return response.statusCode() / 100 == SUCCESSFUL;
    }

    private static Problem problem(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("application/problem+json")
                ? Json.read(response.body(), Problem.class)
                : new Problem(null, null, null, response.statusCode(), null, null);
    }
}
