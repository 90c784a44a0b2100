package dev.rollcall.standalone.server;

import dev.rollcall.access.AccessConfiguration;
import dev.rollcall.registration.RegistrationServiceConfiguration;
import dev.rollcall.standalone.issuer.IssuerConfiguration;
import dev.rollcall.standalone.issuer.IssuerSecurity;
import dev.rollcall.standalone.login.LoginConfiguration;
import dev.rollcall.standalone.portal.PortalConfiguration;
import dev.rollcall.status.StatusServiceConfiguration;
import dev.rollcall.upload.UploadServiceConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The very same services as in production, in one context. [StandaloneServer] gives it the clock,
/// the credentials and the addresses of the engines.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = MultipartAutoConfiguration.class)
@Import({
    UploadServiceConfiguration.class,
    RegistrationServiceConfiguration.class,
    StatusServiceConfiguration.class,
    IssuerConfiguration.class,
    IssuerSecurity.class,
    LoginConfiguration.class,
    PortalConfiguration.class,
    AccessConfiguration.class
})
class StandaloneApplication {}
