/// Who may ask for tokens: the clients that the first start makes up, and the file in which their
/// owner finds them.
@NullMarked
package dev.rollcall.standalone.credentials;

import org.jspecify.annotations.NullMarked;
