package io.plumbline.server.platform.permission;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a caller of a handler must be allowed; on a type, of all its handlers that say nothing else, and of no type below it. A handler without it, and
 * without {@link OpenToAll}, is called for nobody.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Needs {

    Permission value();
}
