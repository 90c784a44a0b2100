package dev.rollcall.standalone.samples;

import static dev.rollcall.standalone.samples.SampleDevices.*;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rollcall.standalone.samples.SampleFile.Way;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The files to be uploaded, in the order in which the demo does so. Together they show every
/// state, every error, and every header and encoding that people really have.
final class SampleFiles {
    private static final String CONTOSO = "contoso";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Csv WINDOWS_POWERSHELL = Csv.commas(UTF_16LE, true).withoutQuotes();

    private SampleFiles() {}

    static List<SampleFile> all() {
        return List.of(
                script(),
                powerShell7(),
                tagged(),
                mmdSelfService(),
                mmdPartner(),
                partnerCenter(),
                mergedWithLostQuotes(),
                excel(),
                excelAnsi(),
                tabs(),
                sticks(),
                tool(),
                ofFabrikam(),
                unstorable());
    }

    private static SampleFile script() {
        var rows = List.of(
                Row.registered(IN_USE).seen("now", "Active"),
                Row.registered(IN_A_DRAWER).seen("lastWeek", "Inactive"),
                Row.registered(NEW));
        return new SampleFile(
                "01-get-windowsautopilotinfo.csv",
                CONTOSO,
                "Get-WindowsAutoPilotInfo in Windows PowerShell: UTF-16LE with BOM, CRLF, no quotes",
                Way.UPLOAD_LAST_WEEK,
                () -> WINDOWS_POWERSHELL.write(Layout.SCRIPT.lines(rows)),
                rows);
    }

    private static SampleFile powerShell7() {
        var rows = List.of(
                Row.registered(FROM_POWERSHELL_7),
                Row.repeated(FROM_POWERSHELL_7, "ReadyForUser"),
                Row.repeated(IN_USE, "Active"));
        return csv(
                "02-get-windowsautopilotinfo-powershell7.csv",
                "the same script in PowerShell 7: UTF-8 without BOM; holds one device twice, and one of file 01 again",
                () -> Csv.commas(UTF_8, false).withoutQuotes().write(Layout.SCRIPT.lines(rows)),
                rows);
    }

    private static SampleFile tagged() {
        var rows = List.of(
                Row.registered(TAGGED).tagged("Kiosk", "megan@contoso.example"),
                Row.registered(TAGGED_TOO).tagged("Sales", "adele@contoso.example"));
        return csv(
                "03-get-windowsautopilotinfo-grouptag.csv",
                "with its options for a group tag and an assigned user",
                () -> WINDOWS_POWERSHELL.write(Layout.SCRIPT_TAGGED.lines(rows)),
                rows);
    }

    private static SampleFile mmdSelfService() {
        var scrambled = Row.failed(SCRAMBLED, FROM_MMD.capturedAgain(), "HardwareHashNotValid");
        var rows = List.of(
                Row.registered(FROM_MMD),
                Row.failed(DAMAGED, DAMAGED.damagedHash(), "HardwareHashNotValid"),
                scrambled);
        return csv(
                "04-mmd-self-service.csv",
                "Managed Desktop's self-service sample: UTF-8 with BOM, LF, no final newline; one hash is damaged, one is of another row",
                () -> Csv.commas(UTF_8, true).unixWithoutFinalNewline().write(Layout.MMD_SELF_SERVICE.lines(rows)),
                rows);
    }

    private static SampleFile mmdPartner() {
        var rows = List.of(
                Row.failed(WITHOUT_HASH, "", "HardwareHashNotValid"),
                Row.failed(WITHOUT_HASH_TOO, "", "HardwareHashNotValid"));
        return csv(
                "05-mmd-partner.csv",
                "Managed Desktop's partner sample: no hashes, which only a partner may leave out",
                () -> Csv.commas(UTF_8, true).write(Layout.MMD_PARTNER.lines(rows)),
                rows);
    }

    private static SampleFile partnerCenter() {
        var rows = List.of(
                Row.registered(FROM_PARTNER_CENTER),
                Row.failed(NOBODY_LISTS_IT, NOBODY_LISTS_IT.hash(), "DeviceNotFound"));
        return csv(
                "06-partner-center.csv",
                "Partner Center's header, with quotes where they belong; one device is in nobody's catalog",
                () -> Csv.commas(UTF_8, false).write(Layout.PARTNER_CENTER.lines(rows)),
                rows);
    }

    private static SampleFile mergedWithLostQuotes() {
        var rows = List.of(Row.registered(SPILLED), Row.failed(SPILLED_WITHOUT_HASH, "", "HardwareHashNotValid"));
        return csv(
                "07-merged-by-out-file.csv",
                "merged by the documented one-liner: the quotes are lost, so \"VMware, Inc.\" spills into further columns",
                () -> WINDOWS_POWERSHELL.write(Layout.SCRIPT_PARTNER.lines(rows)),
                rows);
    }

    private static SampleFile excel() {
        var rows = List.of(
                Row.registered(FROM_EXCEL).tagged("", "lynne@contoso.example"),
                Row.failed(PLACEHOLDER, PLACEHOLDER.hash(), "DeviceNotFound"));
        return csv(
                "08-excel-semicolons.csv",
                "saved by Excel: semicolons, UTF-8 with BOM, other order and spelling, a column of its own; one serial number is the firmware's placeholder",
                () -> Csv.commas(UTF_8, true).separatedBy(';').write(Layout.SPREADSHEET.lines(rows)),
                rows);
    }

    private static SampleFile excelAnsi() {
        var rows = List.of(Row.registered(FROM_ANSI_EXCEL).tagged("", "søren@contoso.example"));
        return csv(
                "09-excel-windows-1252.csv",
                "saved by an older Excel: semicolons, Windows-1252",
                () -> Csv.commas(WINDOWS_1252, false).separatedBy(';').write(Layout.SPREADSHEET.lines(rows)),
                rows);
    }

    private static SampleFile tabs() {
        var rows = List.of(Row.registered(FROM_TABS).tagged("", "pradeep@contoso.example"));
        return csv(
                "10-tabs-utf16be.txt",
                "\"Unicode text\": tabs, UTF-16BE with BOM",
                () -> Csv.commas(UTF_16BE, true).separatedBy('\t').write(Layout.SPREADSHEET.lines(rows)),
                rows);
    }

    private static SampleFile sticks() {
        var first = List.of(Row.registered(FROM_STICK_1));
        var second = List.of(Row.registered(FROM_STICK_2));
        var ansi = Csv.commas(WINDOWS_1252, false).withoutQuotes();
        return csv(
                "11-usb-sticks.zip",
                "a zip of the files of two USB sticks, unmerged",
                () -> Archive.of(Map.of(
                        "stick-1/AutoPilotHWID.csv", ansi.write(Layout.SCRIPT.lines(first)),
                        "stick-2/AutoPilotHWID.csv", WINDOWS_POWERSHELL.write(Layout.SCRIPT.lines(second)))),
                List.of(first.getFirst(), second.getFirst()));
    }

    private static SampleFile tool() {
        var rows = List.of(
                Row.registered(FROM_TOOL).tagged("Lab", ""),
                Row.failed(WITHOUT_HASH_TOO, "bm90IGEgaGFyZHdhcmUgaGFzaA==", "HardwareHashNotValid"));
        return csv("12-devices.json", "JSON, as a program posts it; one hash is none", () -> Devices.json(rows), rows);
    }

    private static SampleFile ofFabrikam() {
        var rows = List.of(
                Row.registered(OF_FABRIKAM),
                Row.failed(IN_USE, IN_USE.capturedAgain(), "DeviceClaimedByAnotherOrganization"));
        return new SampleFile(
                "13-of-another-organization.csv",
                "fabrikam",
                "posted by Fabrikam; one device is Contoso's",
                Way.UPLOAD,
                () -> Csv.commas(UTF_8, true).unixWithoutFinalNewline().write(Layout.MMD_SELF_SERVICE.lines(rows)),
                rows);
    }

    private static SampleFile unstorable() {
        var rows = List.of(
                Row.failed(UNSTORABLE, UNSTORABLE.hash(), "UnexpectedError").tagged("Kiosk\0", ""));
        return new SampleFile(
                "14-straight-to-kafka.json",
                CONTOSO,
                "a NUL character, which no database stores: the upload refuses it, so the demo puts it on the topic itself",
                Way.STRAIGHT_TO_KAFKA,
                () -> Devices.json(rows),
                rows);
    }

    private static SampleFile csv(String name, String what, Supplier<byte[]> content, List<Row> rows) {
        return new SampleFile(name, CONTOSO, what, Way.UPLOAD, content, rows);
    }
}
