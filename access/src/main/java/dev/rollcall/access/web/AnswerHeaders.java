package dev.rollcall.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.web.header.HeaderWriter;

/// What a browser must know of every answer of the API: that it is data and no page, that nobody may frame, guess or
/// keep it, and, once it came by https, that it always does. What an answer says itself stays.
public final class AnswerHeaders implements HeaderWriter {
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    private static final String HTTPS_ONLY = "Strict-Transport-Security";
    private static final String A_YEAR = "max-age=31536000";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        ALWAYS.forEach((name, value) -> addMissing(response, name, value));
        if (request.isSecure()) {
            addMissing(response, HTTPS_ONLY, A_YEAR);
        }
    }

    private static void addMissing(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }
}
