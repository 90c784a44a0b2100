package dev.rollcall.access.chain;

import java.util.regex.Pattern;

/// Which header values are let through: those of Spring's firewall, which takes what Unicode has assigned and no
/// control characters but the tab.
final class HeaderValues {
    private static final Pattern ALLOWED = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||\\t]]*");

    private HeaderValues() {}

    static boolean isAllowed(String value) {
        return isPrintableAscii(value) || ALLOWED.matcher(value).matches();
    }

    private static boolean isPrintableAscii(String value) {
        for (var i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
