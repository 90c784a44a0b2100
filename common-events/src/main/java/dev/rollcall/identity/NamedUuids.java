package dev.rollcall.identity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDType;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Version 5 UUIDs (RFC 9562) within one namespace of ours. Every part is preceded by its length,
/// so that no two lists of parts make the same name.
final class NamedUuids {
    private final NameBasedGenerator generator;

    NamedUuids(String kind) {
        var namespace = Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_URL)
                .generate("https://rollcall.dev/ns/" + kind);
        generator = Generators.nameBasedGenerator(namespace);
        if (generator.getType() != UUIDType.NAME_BASED_SHA1) {
            throw new IllegalStateException("not a version 5 generator");
        }
    }

    UUID of(String... parts) {
        var name = new StringBuilder();
        for (var part : parts) {
            name.append(part.length()).append(':').append(part);
        }
        return generator.generate(name.toString().getBytes(StandardCharsets.UTF_8));
    }
}
