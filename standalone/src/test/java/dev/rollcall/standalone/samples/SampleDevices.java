package dev.rollcall.standalone.samples;

import dev.rollcall.standalone.samples.Row.Device;
import java.util.List;

/// The devices that the sample files are about. All makers but one are made up; `VMware, Inc.` is
/// there for its comma.
final class SampleDevices {
    static final Device IN_USE = contosoBook("000123456789");
    static final Device IN_A_DRAWER = contosoBook("CB13-000002");
    static final Device NEW = contosoBook("CB13-000003");
    static final Device FROM_POWERSHELL_7 = new Device("Northbrook", "Slate 5", "NB-4711-A");
    static final Device TAGGED = new Device("Northbrook", "Slate 5", "NB-4712-A");
    static final Device TAGGED_TOO = new Device("Northbrook", "Tower Mini", "NBTM-0815");
    static final Device FROM_MMD = new Device("Lakeshore Systems", "Clipper 14 G2", "LS14G2X9001");
    static final Device DAMAGED = new Device("Lakeshore Systems", "Clipper 14 G2", "LS14G2X9002");
    static final Device SCRAMBLED = new Device("Lakeshore Systems", "Clipper 14 G2", "LS14G2X9003");
    static final Device WITHOUT_HASH = new Device("Lakeshore Systems", "Clipper 16", "LS16-77001");
    static final Device WITHOUT_HASH_TOO = new Device("Lakeshore Systems", "Clipper 16", "LS16-77002");
    static final Device FROM_PARTNER_CENTER = new Device("VMware, Inc.", "VMware7,1", "VMware-56 4d 1a 01");
    static final Device NOBODY_LISTS_IT = new Device("Lakeshore Systems", "Clipper 99", "LS99-00001");
    static final Device SPILLED = new Device("VMware, Inc.", "VMware7,1", "VMware-56 4d 1a 02");
    static final Device SPILLED_WITHOUT_HASH = new Device("VMware, Inc.", "VMware7,1", "VMware-56 4d 1a 03");
    static final Device FROM_EXCEL = new Device("Northbrook", "Tower Mini", "NBTM-0816");
    static final Device PLACEHOLDER = new Device("Northbrook", "Tower Mini", "To be filled by O.E.M.");
    static final Device FROM_ANSI_EXCEL = new Device("Müller & Søn", "Bärenbook", "MS-2001");
    static final Device FROM_TABS = new Device("Northbrook", "Slate 5", "NB-4713-A");
    static final Device FROM_STICK_1 = contosoBook("CB13-000004");
    static final Device FROM_STICK_2 = contosoBook("CB13-000005");
    static final Device FROM_TOOL = new Device("Lakeshore Systems", "Clipper 14 G2", "LS14G2X9010");
    static final Device UNSTORABLE = contosoBook("CB13-000006");
    static final Device OF_FABRIKAM = new Device("Lakeshore Systems", "Clipper 16", "LS16-88001");

    private SampleDevices() {}

    /// What the supplier lists: all that exist.
    static List<Device> catalog() {
        return List.of(
                IN_USE,
                IN_A_DRAWER,
                NEW,
                FROM_POWERSHELL_7,
                TAGGED,
                TAGGED_TOO,
                FROM_MMD,
                DAMAGED,
                SCRAMBLED,
                WITHOUT_HASH,
                WITHOUT_HASH_TOO,
                FROM_PARTNER_CENTER,
                SPILLED,
                SPILLED_WITHOUT_HASH,
                FROM_EXCEL,
                FROM_ANSI_EXCEL,
                FROM_TABS,
                FROM_STICK_1,
                FROM_STICK_2,
                FROM_TOOL,
                UNSTORABLE,
                OF_FABRIKAM);
    }

    private static Device contosoBook(String serialNumber) {
        return new Device("Contoso", "ContosoBook 13", serialNumber);
    }
}
