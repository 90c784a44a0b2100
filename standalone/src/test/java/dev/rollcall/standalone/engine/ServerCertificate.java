package dev.rollcall.standalone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/// A certificate for 127.0.0.1 that nobody but its own file vouches for, in the forms that servers and clients want:
/// a key store with the private key, and PEM files.
record ServerCertificate(Path directory) {
    static final String PASSWORD = "for-tests-only";
    private static final String ALIAS = "server";

    static ServerCertificate make(Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        var certificate = new ServerCertificate(Files.createDirectories(directory));
        certificate.generate();
        certificate.exportPem();
        return certificate;
    }

    Path keyStore() {
        return directory.resolve("server.p12");
    }

    /// The certificate alone, which is also what its clients trust.
    Path pem() {
        return directory.resolve("server.crt");
    }

    Path privateKey() {
        return directory.resolve("server.key");
    }

    private void generate() throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keyStore().toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private void exportPem() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(keyStore().toFile(), PASSWORD.toCharArray());
        Files.writeString(pem(), pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
        OwnerOnly.write(
                privateKey(),
                pem("PRIVATE KEY", store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded()));
    }

    private static String pem(String kind, byte[] content) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, lines);
    }
}
