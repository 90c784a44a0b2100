/// Sightings of devices that a management system reports.
@NullMarked
package dev.rollcall.upload.activity;

import org.jspecify.annotations.NullMarked;
