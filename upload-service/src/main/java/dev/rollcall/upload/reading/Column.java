package dev.rollcall.upload.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The columns that are read, under all the names that Get-WindowsAutoPilotInfo, Intune, Partner
/// Center, MMD and our own API give them. Case, spacing and punctuation of a name do not matter.
enum Column {
    SERIAL_NUMBER("serialNumber", "Device Serial Number | Serial No | Serial"),
    MANUFACTURER("manufacturer", "Manufacturer name | Device Manufacturer | OEM Manufacturer Name"),
    MODEL("model", "Device Model | Model name | Device Model name"),
    PRODUCT_ID("productId", "Windows Product ID | Product Key ID"),
    HARDWARE_HASH("hardwareHash", "Device Hardware Hash | Hardware Data"),
    GROUP_TAG("groupTag", "Order ID"),
    ASSIGNED_USER("assignedUser", "User Principal Name | Assigned User Principal Name");

    private static final Pattern NOT_TELLING = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, Column> BY_NAME = new HashMap<>();
    private static final Map<String, Column> BY_JSON_NAME = new HashMap<>();

    static {
        for (var column : values()) {
            BY_JSON_NAME.put(column.jsonName, column);
            BY_NAME.put(canonical(column.jsonName), column);
            for (var alias : column.aliases.split("[|]", -1)) {
                BY_NAME.put(canonical(alias), column);
            }
        }
    }

    private final String jsonName;
    private final String aliases;

    Column(String jsonName, String aliases) {
        this.jsonName = jsonName;
        this.aliases = aliases;
    }

    static @Nullable Column named(String headerName) {
        return BY_NAME.get(canonical(headerName));
    }

    static @Nullable Column ofJson(String fieldName) {
        return BY_JSON_NAME.get(fieldName);
    }

    /// Whether people write commas into this column without a thought.
    boolean isFreeText() {
        return switch (this) {
            case MANUFACTURER, MODEL, GROUP_TAG, ASSIGNED_USER -> true;
            case SERIAL_NUMBER, PRODUCT_ID, HARDWARE_HASH -> false;
        };
    }

    private static String canonical(String name) {
        return NOT_TELLING.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
