package dev.rollcall.standalone.credentials;

import dev.rollcall.standalone.engine.OwnerOnly;
import dev.rollcall.standalone.engine.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `credentials.json` in the data directory, readable by its owner only. Secrets stay the same from
/// start to start.
public final class CredentialsFile {
    /// A file of the first form has no version, which is version 0.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private CredentialsFile() {}

    /// The accounts of the file, brought up to date, or new ones where there is no file, with the
    /// token endpoint of this start.
    public static Credentials open(Path file, URI tokenEndpoint) {
        try {
            var credentials = (Files.exists(file)
                            ? FirstAccounts.upgrade(read(file))
                            : FirstAccounts.create(tokenEndpoint))
                    .at(tokenEndpoint);
            OwnerOnly.write(file, JSON.writeValueAsString(credentials) + "\n");
            return credentials;
        } catch (IOException e) {
            throw new StartFailure("the credentials file " + file + " can't be written: " + e.getMessage(), e);
        }
    }

    public static Credentials read(Path file) {
        try {
            return JSON.readValue(Files.readString(file), Credentials.class);
        } catch (IOException | JacksonException e) {
            throw new StartFailure("the credentials file " + file + " can't be read", e);
        }
    }
}
