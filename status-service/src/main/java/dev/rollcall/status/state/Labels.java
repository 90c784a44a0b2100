package dev.rollcall.status.state;

import dev.rollcall.events.RegistrationError;
import dev.rollcall.identity.RequestId;
import java.util.ResourceBundle;

/// The words for states and errors in one language; `labels*.properties` is the only place that has them.
public final class Labels {
    private static final String BUNDLE = "dev.rollcall.status.state.labels";

    private final ResourceBundle texts;

    private Labels(ResourceBundle texts) {
        this.texts = texts;
    }

    public static Labels in(Language language) {
        var fallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Labels(ResourceBundle.getBundle(BUNDLE, language.locale(), fallback));
    }

    public String label(DeviceState state) {
        return texts.getString("state." + state.apiName());
    }

    public String message(RegistrationError error) {
        return texts.getString("error." + error.wireName() + ".message");
    }

    /// What the admin can do about it; an unexpected error names the request that support can look up.
    public String detail(RegistrationError error, RequestId request) {
        return texts.getString("error." + error.wireName() + ".detail").replace("<requestId>", request.toString());
    }
}
