package dev.rollcall.status.csv;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/// The form in which a caller wants a list.
public enum Representation {
    JSON,
    CSV;

    public static final String CSV_TYPE = "text/csv";
    private static final MediaType CSV_MEDIA_TYPE = MediaType.parseMediaType(CSV_TYPE);

    /// `accept` has been found to allow one of them; JSON where it allows both alike.
    public static Representation preferredBy(@Nullable String accept) {
        return accept != null && quality(CSV_MEDIA_TYPE, accept) > quality(MediaType.APPLICATION_JSON, accept)
                ? CSV
                : JSON;
    }

    private static double quality(MediaType type, String accept) {
        List<MediaType> accepted = MediaType.parseMediaTypes(accept);
        return accepted.stream()
                .filter(range -> range.includes(type))
                .max(Comparator.comparing(MediaType::isConcrete))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }
}
