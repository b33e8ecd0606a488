package dev.reconnect.web;

import dev.reconnect.store.KeptKey;
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

    private static final String SCHEME = "Bearer ";

    private final Keyring keys;
    private final Caller caller;

    @Context
    ResourceInfo resource;

    Doorkeeper(Keyring keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> given = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        Optional<KeptKey> key = given.filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header -> keys.find(header.substring(SCHEME.length()).strip()));
        Role needed = needed(request.getMethod());
        if (given.isPresent() && key.isEmpty()) {
            request.abortWith(refuse(401, "This key is not valid, or no longer."));
        } else if (key.isPresent()) {
            caller.is(key.get());
            if (Role.of(key.get().role()).filter(role -> role.covers(needed)).isEmpty()) {
                request.abortWith(refuse(
                        403,
                        "This call needs the role " + needed.word() + "; this key has the role "
                                + key.get().role() + "."));
            }
        } else if (keys.anonymous().filter(role -> role.covers(needed)).isEmpty()) {
            request.abortWith(refuse(401, "This call needs a key of the role " + needed.word() + "."));
        }
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

    private static Response refuse(int status, String detail) {
        Problem problem = status == 401
                ? Problem.of(ProblemType.NOT_SIGNED_IN, detail, "Send Authorization: Bearer <key>.")
                : Problem.of(ProblemType.NOT_ALLOWED, detail, "Ask whoever publishes for a key that may.");
        Response answer = Problems.answer(problem);
        return status == 401
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"reconnect\"")
                        .build()
                : answer;
    }
}
