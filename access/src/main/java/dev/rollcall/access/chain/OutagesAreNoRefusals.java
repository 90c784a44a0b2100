package dev.rollcall.access.chain;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/// A token that can't be checked because its issuer is away is neither refused (401) nor a bug of ours (500).
record OutagesAreNoRefusals(Refusals refusals) implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

    @Override
    public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
        filter.setAuthenticationFailureHandler((request, response, failure) -> {
            if (failure instanceof AuthenticationServiceException) {
                refusals.unavailable(response);
            } else {
                refusals.unauthorized(request, response, failure);
            }
        });
        return filter;
    }
}
