package dev.rollcall.hash;

import dev.rollcall.hash.HashReading.Invalid;
import dev.rollcall.hash.HashReading.Valid;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Reads the OA3 "4K" hardware hash, the base64 of this block (numbers are little-endian):
///
/// ```
/// 0      "OA"
/// 2      u16 total: bytes from offset 0 to the end of the records
/// 4      records: u16 type, u16 length (these 4 bytes included), payload
/// total  "CS", u16 36, SHA-256 of [0, total)
/// after  zero padding, usually to 3000 bytes
/// ```
///
/// Any text gives a [HashReading]; none throws. The text is personal data: nothing here logs or keeps it.
public final class HardwareHash {
    private static final int MAX_TEXT_LENGTH = 65_536;
    private static final int HEADER_LENGTH = 4;
    private static final int DIGEST_LENGTH = 32;
    private static final int CHECKSUM_LENGTH = 4 + DIGEST_LENGTH;

    private HardwareHash() {}

    public static HashReading read(@Nullable String text) {
        var trimmed = text == null ? "" : text.strip();
        if (trimmed.isEmpty()) {
            return new Invalid(HashRung.PRESENCE, "the hardware hash is missing");
        }
        if (trimmed.length() > MAX_TEXT_LENGTH) {
            return new Invalid(
                    HashRung.BASE64, "the hardware hash has " + trimmed.length() + " characters, too many for a hash");
        }
        try {
            return check(Base64.getDecoder().decode(trimmed));
        } catch (IllegalArgumentException _) {
            return new Invalid(
                    HashRung.BASE64, "the hardware hash is not base64 text (" + trimmed.length() + " characters)");
        }
    }

    private static HashReading check(byte[] block) {
        if (block.length < HEADER_LENGTH || block[0] != 'O' || block[1] != 'A') {
            return new Invalid(HashRung.MAGIC, "the hardware hash does not begin with the mark of a hash (T0E to T0H)");
        }
        var total = HashRecords.u16(block, 2);
        if (total < HEADER_LENGTH || total + CHECKSUM_LENGTH > block.length) {
            return new Invalid(
                    HashRung.LENGTH,
                    "the hardware hash is cut off: it states " + (total + CHECKSUM_LENGTH) + " bytes and has "
                            + block.length);
        }
        var records = HashRecords.tile(block, HEADER_LENGTH, total);
        if (records == null) {
            return new Invalid(HashRung.RECORDS, "the records inside the hardware hash do not fit its stated length");
        }
        if (!digestMatches(block, total)) {
            return new Invalid(HashRung.DIGEST, "the checksum inside the hardware hash does not match its content");
        }
        return identify(records);
    }

    private static HashReading identify(HashRecords records) {
        var device = records.device();
        return device == null
                ? new Invalid(
                        HashRung.IDENTITY, "the hardware hash lacks " + records.missing() + ", so it names no device")
                : new Valid(new HashFacts(device, records.smbiosUuid(), records.productKeyId(), records.capturedAt()));
    }

    private static boolean digestMatches(byte[] block, int total) {
        var marked =
                block[total] == 'C' && block[total + 1] == 'S' && HashRecords.u16(block, total + 2) == CHECKSUM_LENGTH;
        if (!marked) {
            return false;
        }
        var digest = sha256();
        digest.update(block, 0, total);
        return Arrays.equals(digest.digest(), 0, DIGEST_LENGTH, block, total + 4, total + 4 + DIGEST_LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
