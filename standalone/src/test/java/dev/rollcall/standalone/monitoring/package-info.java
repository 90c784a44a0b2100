/// The rules and dashboards of `deploy`, checked by Prometheus itself.
@NullMarked
package dev.rollcall.standalone.monitoring;

import org.jspecify.annotations.NullMarked;
