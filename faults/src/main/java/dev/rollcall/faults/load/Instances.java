package dev.rollcall.faults.load;

import java.net.URI;
import java.util.List;

/// Those of a service that a client would be led to at this moment.
public interface Instances {
    List<URI> now();
}
