package io.plumbline.server.platform.permission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a handler of ours be called by those only who have what it declares. Stateless. */
public final class PermissionCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !isOpen(method)) {
            require(request, neededBy(method).orElseThrow(Denied::undeclared));
        }
        return true;
    }

    /**
     * For what only some uses of a handler need.
     *
     * @throws Denied where the caller does not have it
     */
    public static void require(HttpServletRequest request, Permission needed) {
        if (!permissionsOf(request).contains(needed)) {
            throw Denied.of(needed);
        }
    }

    /** What the caller of a request is allowed; empty for nobody. */
    public static Set<Permission> permissionsOf(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication caller ? Permission.of(caller) : Set.of();
    }

    /** What a handler declares; empty where it declares nothing or is open to all. */
    public static Optional<Permission> neededBy(HandlerMethod method) {
        return Optional.ofNullable(find(method, Needs.class)).map(Needs::value);
    }

    public static boolean isOpen(HandlerMethod method) {
        return find(method, OpenToAll.class) != null;
    }

    /**
     * What stands at the method counts, and only where there is none what stands at the type itself. Nothing comes from a type above:
     * whoever writes a handler is to say whom it is for.
     */
    private static <A extends Annotation> @Nullable A find(HandlerMethod method, Class<A> annotation) {
        boolean declaresItself = AnnotatedElementUtils.hasAnnotation(method.getMethod(), Needs.class)
                || AnnotatedElementUtils.hasAnnotation(method.getMethod(), OpenToAll.class);
        return AnnotatedElementUtils.getMergedAnnotation(
                declaresItself ? method.getMethod() : method.getBeanType(), annotation);
    }
}
