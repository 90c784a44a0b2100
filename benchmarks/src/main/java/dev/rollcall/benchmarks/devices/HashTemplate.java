package dev.rollcall.benchmarks.devices;

import dev.rollcall.fixtures.HardwareHashEncoder;
import dev.rollcall.identity.DeviceTuple;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;

/// Hashes of devices whose serial numbers have the same length: built once, then filled in for each, many times faster
/// than the encoder does it. What differs from device to device in a real hash differs here too: serial number, SMBIOS
/// UUID, TPM key, digest.
final class HashTemplate {
    private static final int TPM_KEY = 25;
    private static final int TPM_KEY_BYTES = 256;
    private static final int UUID_BYTES = 16;
    private static final int TOTAL_AT = 2;
    private static final int DIGEST_HEAD = 4;
    private static final UUID SOME = new UUID(0x5A5A_5A5A_5A5A_5A5AL, 0x5A5A_5A5A_5A5A_5A5AL);

    private final byte[] block;
    private final int total;
    private final int serialAt;
    private final int uuidAt;
    private final int keyAt;

    /// `first` is one of the devices.
    HashTemplate(DeviceTuple first) {
        var key = new byte[TPM_KEY_BYTES];
        new Random(1).nextBytes(key);
        block = HardwareHashEncoder.of(first)
                .withSmbiosUuid(SOME)
                .without(TPM_KEY)
                .withRecord(TPM_KEY, key)
                .block();
        total = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).getShort(TOTAL_AT);
        serialAt = find(first.serialNumber().getBytes(StandardCharsets.US_ASCII));
        uuidAt = find(filled());
        keyAt = find(key);
    }

    /// The base64 text for a device with a serial number of the same length.
    String hash(String serialNumber, Random random) {
        var filled = block.clone();
        var serial = serialNumber.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(serial, 0, filled, serialAt, serial.length);
        var drawn = new byte[UUID_BYTES + TPM_KEY_BYTES];
        random.nextBytes(drawn);
        System.arraycopy(drawn, 0, filled, uuidAt, UUID_BYTES);
        System.arraycopy(drawn, UUID_BYTES, filled, keyAt, TPM_KEY_BYTES);
        var digest = sha256(filled);
        System.arraycopy(digest, 0, filled, total + DIGEST_HEAD, digest.length);
        return Base64.getEncoder().encodeToString(filled);
    }

    private byte[] sha256(byte[] filled) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(filled, 0, total);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private int find(byte[] wanted) {
        for (var at = 0; at <= total - wanted.length; at++) {
            if (ByteBuffer.wrap(block, at, wanted.length).equals(ByteBuffer.wrap(wanted))) {
                return at;
            }
        }
        throw new IllegalStateException("the encoder's layout is another one");
    }

    private static byte[] filled() {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(SOME.getMostSignificantBits())
                .putLong(SOME.getLeastSignificantBits())
                .array();
    }
}
