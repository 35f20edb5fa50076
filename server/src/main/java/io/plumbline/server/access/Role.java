package io.plumbline.server.access;

/** What somebody may do; each may all that the ones before it may. */
public enum Role {
    VIEWER,
    ANALYST,
    ADMINISTRATOR
}
