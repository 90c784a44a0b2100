/// Speaks the public REST API as any other client would: with a token, and with nothing that is not
/// in the contract.
@NullMarked
package dev.rollcall.standalone.client;

import org.jspecify.annotations.NullMarked;
