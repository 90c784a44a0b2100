/// Which devices exist, as their suppliers say, and how far behind the topic that knowledge is.
@NullMarked
package dev.rollcall.registration.catalog;

import org.jspecify.annotations.NullMarked;
