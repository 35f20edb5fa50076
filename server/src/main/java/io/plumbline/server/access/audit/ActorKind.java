package io.plumbline.server.access.audit;

/** What it was that did something: names alone could be chosen to look like another's. */
public enum ActorKind {
    USER("User"),
    /** A program. */
    TOKEN("Token"),
    /** The server itself, such as what a schedule starts. */
    SYSTEM("Server"),
    /** Whoever has not, or not yet, proved to be somebody. */
    NOBODY("Not signed in");

    private final String label;

    ActorKind(String label) {
        this.label = label;
    }

    /** What a person reads. */
    public String label() {
        return label;
    }
}
