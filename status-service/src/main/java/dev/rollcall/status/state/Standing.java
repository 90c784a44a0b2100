package dev.rollcall.status.state;

/// What a device is in its tenant's list, whatever the time: the projection stores it, [DeviceState] follows from it.
public enum Standing {
    REQUESTED("requested"),
    FAILED("failed"),
    REGISTERED("registered");

    private final String storedName;

    Standing(String storedName) {
        this.storedName = storedName;
    }

    public static Standing stored(String name) {
        for (var standing : values()) {
            if (standing.storedName.equals(name)) {
                return standing;
            }
        }
        throw new IllegalArgumentException("no standing is called " + name);
    }
}
