package dev.rollcall.upload;

import dev.rollcall.fixtures.AnswerCheck;
import dev.rollcall.fixtures.OpenApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One HTTP request to the service, put together step by step. Every answer is held against the contract.
final class UploadCall {
    private static final AnswerCheck CONTRACT = new AnswerCheck(OpenApi.of("upload-service"));
    private static final String BOUNDARY = "----rollcall-test";

    private final HttpRequest.Builder request;
    private final String method;
    private final ByteArrayOutputStream form = new ByteArrayOutputStream();

    UploadCall(UploadServer server, String method, String path) {
        this.method = method;
        this.request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    UploadCall as(@Nullable String token) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return this;
    }

    UploadCall header(String name, String value) {
        request.header(name, value);
        return this;
    }

    UploadCall key(String idempotencyKey) {
        return header("Idempotency-Key", idempotencyKey);
    }

    UploadCall part(String disposition, byte[] content) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n");
        form.writeBytes(content);
        text("\r\n");
        return this;
    }

    UploadCall file(String name, byte[] content) {
        return part("name=\"file\"; filename=\"" + name + "\"", content);
    }

    UploadCall file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    UploadCall field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    Answer send() {
        text("--" + BOUNDARY + "--\r\n");
        return send("multipart/form-data; boundary=" + BOUNDARY, BodyPublishers.ofByteArray(form.toByteArray()));
    }

    Answer sendCsv(String content) {
        return send("text/csv", BodyPublishers.ofString(content));
    }

    Answer sendCsv(byte[] content) {
        return send("text/csv", BodyPublishers.ofByteArray(content));
    }

    Answer sendJson(String content) {
        return send("application/json", BodyPublishers.ofString(content));
    }

    Answer sendNothing() {
        return exchange(request.method(method, BodyPublishers.noBody()).build());
    }

    Answer send(String contentType, BodyPublisher body) {
        return exchange(
                request.header("Content-Type", contentType).method(method, body).build());
    }

    private static Answer exchange(HttpRequest request) {
        try {
            var response = UploadServer.HTTP.send(request, BodyHandlers.ofString());
            CONTRACT.check(
                    request.method(),
                    request.uri().getRawPath(),
                    new AnswerCheck.Answer(response.statusCode(), response.headers(), response.body()));
            return new Answer(response);
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void text(String text) {
        form.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
