package dev.rollcall.upload.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /openapi/upload-service.yml`: what this service promises, for everybody to read.
@RestController
class ContractController {
    private static final String DOCUMENT = "openapi/upload-service.yml";

    @GetMapping(path = "/" + DOCUMENT, produces = "application/yaml")
    Resource contract() {
        return new ClassPathResource(DOCUMENT);
    }
}
