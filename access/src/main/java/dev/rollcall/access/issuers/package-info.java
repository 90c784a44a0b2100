/// Whose tokens are taken, and what their claims mean to us. Behind the decoder of this package every token has the
/// same claims, whoever issued it.
@NullMarked
package dev.rollcall.access.issuers;

import org.jspecify.annotations.NullMarked;
