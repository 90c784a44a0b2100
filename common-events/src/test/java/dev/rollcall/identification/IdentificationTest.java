package dev.rollcall.identification;

import static dev.rollcall.events.RegistrationError.DEVICE_NOT_FOUND;
import static dev.rollcall.events.RegistrationError.HARDWARE_HASH_NOT_VALID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.fixtures.HardwareHashEncoder;
import dev.rollcall.identification.Identification.Identified;
import dev.rollcall.identification.Identification.Unregistrable;
import dev.rollcall.identity.BatchId;
import dev.rollcall.identity.DeviceColumns;
import dev.rollcall.identity.DeviceId;
import dev.rollcall.identity.DeviceTuple;
import dev.rollcall.identity.RequestId;
import dev.rollcall.identity.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentificationTest {
    private static final DeviceTuple SURFACE = new DeviceTuple("Microsoft Corporation", "Surface Laptop 5", "0123-AB");
    private static final String HASH =
            HardwareHashEncoder.of(SURFACE).withProductKeyId("00330-80000").encode();
    private static final TenantId CONTOSO = new TenantId("contoso");
    private static final BatchId BATCH = BatchId.of(CONTOSO, "contoso", "key");

    @Test
    void takesTheDeviceFromTheHash() {
        assertThat(byAdmin(columns(null, null, null, HASH))).isEqualTo(new Identified(SURFACE));
    }

    @Test
    void takesTheSpellingOfTheHashWhereTheColumnsDifferOnlyInSpelling() {
        assertThat(byAdmin(columns("MICROSOFT corporation", "surface  laptop 5", "0123-ab", HASH)))
                .isEqualTo(new Identified(SURFACE));
    }

    @Test
    void refusesAnAdminsRowWithoutAHash() {
        assertRefused(byAdmin(columns("HP", "x360", "5CG1", null)), HARDWARE_HASH_NOT_VALID, "missing");
    }

    @Test
    void refusesAScrambledRowAndNamesBothValues() {
        assertRefused(byAdmin(columns(null, null, "OTHER", HASH)), HARDWARE_HASH_NOT_VALID, "\"OTHER\"", "\"0123-AB\"");
        assertRefused(byAdmin(columns("HP", null, null, HASH)), HARDWARE_HASH_NOT_VALID, "\"HP\"", "Microsoft");
        assertRefused(byAdmin(columns(null, "Pro", null, HASH)), HARDWARE_HASH_NOT_VALID, "\"Pro\"", "Laptop");
        assertRefused(
                byAdmin(new DeviceColumns(null, null, null, "00330-9", HASH, null, null)),
                HARDWARE_HASH_NOT_VALID,
                "00330-9",
                "00330-80000");
    }

    @Test
    void findsNoDeviceBehindAPlaceholderSerialNumber() {
        var hash =
                HardwareHashEncoder.of("ASUS", "PRIME", "System Serial Number").encode();

        assertRefused(byAdmin(columns(null, null, null, hash)), DEVICE_NOT_FOUND, "placeholder");
        assertRefused(byPartner(columns("ASUS", "PRIME", "Default string", null)), DEVICE_NOT_FOUND, "placeholder");
    }

    @Test
    void takesAPartnersTupleWithoutAHash() {
        assertThat(byPartner(columns("HP", "x360", "5CG1", null)))
                .isEqualTo(new Identified(new DeviceTuple("HP", "x360", "5CG1")));
    }

    @Test
    void readsAPartnersHashWhereThereIsOne() {
        assertRefused(byPartner(columns("HP", "x360", "5CG1", "T0Fbroken!")), HARDWARE_HASH_NOT_VALID, "base64");
    }

    @Test
    void namesTheMissingPartOfAPartnersTuple() {
        assertRefused(byPartner(columns("HP", "x360", null, null)), DEVICE_NOT_FOUND, "serial number is missing");
        assertRefused(byPartner(columns("HP", null, "5CG1", null)), DEVICE_NOT_FOUND, "model is missing");
        assertRefused(byPartner(columns(null, "x360", "5CG1", null)), DEVICE_NOT_FOUND, "manufacturer is missing");
    }

    @Test
    void passesTheFaultOfTheRowsShapeOn() {
        var fault = "7 fields under a header of 5: probably an unquoted comma";
        var columns = columns(null, null, "5CG1", null);

        assertRefused(Identification.of(columns, fault, false), HARDWARE_HASH_NOT_VALID, fault);
        assertRefused(Identification.of(columns, fault, true), DEVICE_NOT_FOUND, fault);
    }

    @Test
    void listsARowUnderItsDeviceWhereTheTupleIsWhole() {
        assertThat(entry(columns(null, null, null, HASH), 1)).isEqualTo(DeviceId.of(SURFACE));
        assertThat(entry(columns("HP", "x360", "5CG1", "broken"), 1))
                .isEqualTo(DeviceId.of(new DeviceTuple("HP", "x360", "5CG1")));
    }

    @Test
    void listsARowUnderItsSerialNumberWhereThatIsAllItHas() {
        var one = entry(columns(null, null, "5CG1", "broken"), 1);
        var again = entry(columns(null, null, " 5cg1 ", null), 2);

        assertThat(one).isEqualTo(again);
    }

    @Test
    void keepsRowsThatIdentifyNothingApart() {
        var blank = columns(null, " ", "", null);
        var placeholder = columns("HP", "x360", "None", null);

        assertThat(entry(blank, 1)).isNotEqualTo(entry(blank, 2));
        assertThat(entry(placeholder, 1)).isNotEqualTo(entry(placeholder, 2));
    }

    @Test
    void hidesTheHashInItsText() {
        assertThat(columns(null, null, "5CG1", HASH).toString())
                .doesNotContain("T0")
                .contains("withheld");
    }

    private static DeviceId entry(DeviceColumns columns, long row) {
        return EntryId.of(byAdmin(columns), columns, CONTOSO, RequestId.of(BATCH, row));
    }

    private static Identification byAdmin(DeviceColumns columns) {
        return Identification.of(columns, null, false);
    }

    private static Identification byPartner(DeviceColumns columns) {
        return Identification.of(columns, null, true);
    }

    private static DeviceColumns columns(
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable String serialNumber,
            @Nullable String hash) {
        return new DeviceColumns(serialNumber, manufacturer, model, null, hash, null, null);
    }

    private static void assertRefused(Identification actual, RegistrationError error, String... inReason) {
        assertThat(actual).isInstanceOfSatisfying(Unregistrable.class, refused -> {
            assertThat(refused.error()).isEqualTo(error);
            assertThat(refused.reason()).contains(inReason);
        });
    }
}
