/// Who calls, and who may make which call. One copy for every service that answers over HTTP, because copies of
/// security code drift apart.
@NullMarked
package dev.rollcall.access;

import org.jspecify.annotations.NullMarked;
