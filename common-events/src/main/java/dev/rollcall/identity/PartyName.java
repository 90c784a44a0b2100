package dev.rollcall.identity;

import java.util.regex.Pattern;

/// The one form of a party's name: 1 to 128 of letters, digits and `. _ : -`, beginning with a letter or digit.
/// GUIDs of Entra ID, slugs and domain names all fit; nothing that could break a key, a log line or a path does.
final class PartyName {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    private PartyName() {}

    static void require(String kind, String value) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a " + kind + " name");
        }
    }
}
