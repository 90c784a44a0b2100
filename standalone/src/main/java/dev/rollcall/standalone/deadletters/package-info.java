/// What readers could not process: to be looked at, put back on its topic, or passed over.
@NullMarked
package dev.rollcall.standalone.deadletters;

import org.jspecify.annotations.NullMarked;
