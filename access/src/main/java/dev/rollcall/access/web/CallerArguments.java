package dev.rollcall.access.web;

import dev.rollcall.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives a controller its [Caller], or the one kind of it that it asks for. The rule of the call has let nobody else
/// through.
final class CallerArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return Caller.of(request.getUserPrincipal())
                .filter(parameter.getParameterType()::isInstance)
                .orElseThrow(
                        () -> new IllegalStateException("the rule of a call lets in whom its controller can't take"));
    }
}
