package dev.rollcall.access.limits;

import dev.rollcall.access.Caller;
import dev.rollcall.access.Caller.Partner;
import dev.rollcall.access.Caller.Supplier;
import dev.rollcall.access.Caller.Tenant;
import dev.rollcall.access.Caller.Unaffiliated;
import dev.rollcall.access.Party;

/// For whom calls are counted: the party, whoever acts for it; who has none counts for itself.
record PartyName(Party party, String name) {

    static PartyName of(Caller caller) {
        return new PartyName(
                caller.party(),
                switch (caller) {
                    case Tenant tenant -> tenant.id().value();
                    case Partner partner -> partner.id().value();
                    case Supplier supplier -> supplier.id().value();
                    case Unaffiliated unaffiliated -> unaffiliated.subject();
                });
    }
}
