/// The read side: projects the events of all services into PostgreSQL and answers what is known of devices, batches
/// and requests.
@NullMarked
package dev.rollcall.status;

import org.jspecify.annotations.NullMarked;
