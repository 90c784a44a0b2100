package dev.rollcall.standalone.e2e;

import dev.rollcall.fixtures.HardwareHashEncoder;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A device that no other test has, and its forms in files.
record TestDevice(String manufacturer, String model, String serialNumber) {

    static TestDevice fresh() {
        var unique = UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
        return new TestDevice("Northbrook", "Slate 5", "NB-" + unique);
    }

    static List<TestDevice> fresh(int count) {
        return Stream.generate(TestDevice::fresh).limit(count).toList();
    }

    /// As the supplier lists it.
    static String catalog(List<TestDevice> devices) {
        return csv(
                "Manufacturer,Model,Serial Number",
                devices.stream().map(device -> device.manufacturer + "," + device.model + "," + device.serialNumber));
    }

    /// As `Get-WindowsAutoPilotInfo` writes it.
    static String script(List<TestDevice> devices) {
        return csv(
                "Device Serial Number,Windows Product ID,Hardware Hash",
                devices.stream().map(device -> device.serialNumber + ",," + device.hash()));
    }

    static String script(TestDevice... devices) {
        return script(List.of(devices));
    }

    /// Freshly listed by the supplier, so that it can be registered.
    static TestDevice listed() {
        return listed(1).getFirst();
    }

    static List<TestDevice> listed(int count) {
        var devices = fresh(count);
        Rollcall.SUPPLIER.listInCatalog(catalog(devices));
        return devices;
    }

    String hash() {
        return HardwareHashEncoder.of(manufacturer, model, serialNumber).encode();
    }

    private static String csv(String header, Stream<String> lines) {
        return Stream.concat(Stream.of(header), lines).collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
