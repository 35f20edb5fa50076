package io.plumbline.server.platform.permission;

/** The caller is not allowed to: 403. */
public final class Denied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Denied(String sentence) {
        super(sentence);
    }

    public static Denied of(Permission missing) {
        return new Denied(
                switch (missing) {
                    case READ -> "Nobody with this role may see this.";
                    case OPERATE -> "This takes the role Analyst or Administrator.";
                    case ADMINISTER -> "This takes the role Administrator.";
                    case OWN_ACCOUNT -> "This is for people who are signed in, not for tokens.";
                });
    }

    static Denied undeclared() {
        return new Denied("Nobody may do this.");
    }
}
