package dev.rollcall.standalone.cli;

/// Where data are kept unless an option says otherwise: `data` in the folder of the `rollcall`
/// script, whatever the working directory is.
final class DataDirectoryDefault {
    static final String TEXT = "${env:ROLLCALL_DATA_DIR:-${sys:rollcall.home:-.}/data}";

    private DataDirectoryDefault() {}
}
