/// Serves the portal's files: one page for all of its addresses, and what that page loads.
@NullMarked
package dev.rollcall.standalone.portal;

import org.jspecify.annotations.NullMarked;
