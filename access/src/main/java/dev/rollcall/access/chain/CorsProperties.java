package dev.rollcall.access.chain;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The origins whose pages may call us from a browser: `https://portal.example`, exactly. None by default.
@ConfigurationProperties("rollcall.security.cors")
record CorsProperties(@DefaultValue List<String> allowedOrigins) {
    CorsProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
        if (allowedOrigins.contains("*")) {
            throw new IllegalArgumentException("origins are listed one by one");
        }
    }
}
