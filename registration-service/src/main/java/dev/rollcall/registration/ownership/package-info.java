/// Who holds which device, and who held it before.
@NullMarked
package dev.rollcall.registration.ownership;

import org.jspecify.annotations.NullMarked;
