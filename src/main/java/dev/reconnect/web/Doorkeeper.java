package dev.reconnect.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;

/** Lets a call through when its key, or the lack of one, may do what it asks for. */
@Provider
@Priority(Priorities.AUTHENTICATION)
class Doorkeeper implements ContainerRequestFilter {

    static final String CHALLENGE = "Bearer realm=\"reconnect\"";

    private final Admission admission;
    private final Caller caller;

    @Context
    ResourceInfo resource;

    Doorkeeper(Admission admission, Caller caller) {
        this.admission = admission;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> given = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        Admission.Decision decision = admission.decide(given, needed(request.getMethod()));
        decision.key().ifPresent(caller::is);
        decision.refusal().ifPresent(problem -> request.abortWith(refuse(problem)));
    }

    private Role needed(String method) {
        Method called = resource.getResourceMethod();
        Needs needs = called == null ? null : called.getAnnotation(Needs.class);
        if (needs == null && resource.getResourceClass() != null) {
            needs = resource.getResourceClass().getAnnotation(Needs.class);
        }
        if (needs != null) {
            return needs.value();
        }
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS)
                ? Role.READER
                : Role.PORTAL;
    }

    private static Response refuse(Problem problem) {
        Response answer = Problems.answer(problem);
        return problem.status() == 401
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                        .build()
                : answer;
    }
}
