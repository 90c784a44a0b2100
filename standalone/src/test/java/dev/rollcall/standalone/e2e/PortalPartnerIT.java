package dev.rollcall.standalone.e2e;

import static dev.rollcall.standalone.e2e.Rollcall.FABRIKAM;
import static dev.rollcall.standalone.e2e.Rollcall.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A partner and its customer, each in the portal: asked, accepted, registered for, ended.
class PortalPartnerIT {
    private static final String RELATIONSHIPS = "/v1/partner-relationships";

    @RegisterExtension
    private final InBrowser in = new InBrowser();

    @BeforeEach
    @AfterEach
    void nothingIsBetweenThem() {
        FABRIKAM.http().get(RELATIONSHIPS).items().stream()
                .filter(item -> !item.path("status").stringValue().equals("ended"))
                .forEach(item -> FABRIKAM.http()
                        .post(
                                RELATIONSHIPS + "/" + item.path("id").stringValue() + ":end",
                                "application/json",
                                new byte[0]));
    }

    @Test
    void aPartnerAsksTheCustomerAcceptsAndThePartnerRegistersForIt() {
        var device = TestDevice.listed();
        var file = in.file(
                "for-fabrikam.csv",
                "Manufacturer,Model,Serial Number\r\n%s,%s,%s\r\n"
                        .formatted(device.manufacturer(), device.model(), device.serialNumber()));

        var partner = in.signedIn("northwind-admin");
        partner.press("+ Register devices");
        partner.sees("dialog .notice", "No customer has accepted you yet.");
        partner.press("Cancel");
        partner.follow("Partners");
        partner.type("input[name=customer]", "fabrikam");
        partner.press("Ask a customer");
        partner.sees("tbody", "Asks to register devices");
        partner.press("Sign out");

        var customer = in.signedIn("fabrikam-admin");
        customer.follow("Partners");
        customer.press("Accept");
        customer.click("dialog[open] button.primary");
        customer.sees("tbody", "May register devices");
        assertThat(customer.accessibilityProblems()).isEmpty();
        customer.press("Sign out");

        partner = in.signedIn("northwind-admin");
        partner.press("+ Register devices");
        partner.element("dialog select option[value=fabrikam]");
        partner.choose("dialog select", "fabrikam");
        partner.type("dialog input[type=file]", file);
        partner.sees("dialog .notice", "1 row found");
        assertThat(partner.accessibilityProblems()).isEmpty();
        partner.photograph(InBrowser.SCREENSHOTS.resolve("partner-register.png"));
        partner.press("Register devices");
        partner.sees("dialog [role=status]", "All rows are decided. 1 of 1");
        partner.press("Close");
        partner.sees("tbody", "northwind → fabrikam");
        assertThat(FABRIKAM.state(device.serialNumber())).isEqualTo("ReadyForUser");
        partner.press("Sign out");

        customer = in.signedIn("fabrikam-admin");
        customer.follow("Batches");
        customer.sees("tbody", "northwind");
        customer.follow("Partners");
        customer.press("End");
        customer.click("dialog[open] button.primary");
        customer.sees("tbody", "Ended");
        var again = NORTHWIND.http().post("/v1/customers/fabrikam/batches", "text/csv", new byte[] {'x'});
        assertThat(again.status()).isEqualTo(403);
    }
}
