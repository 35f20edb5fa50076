package io.plumbline.server.platform.web;

/** The thing has changed since it was read: 412. */
public final class Stale extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence for the person who asked */
    public Stale(String sentence) {
        super(sentence);
    }
}
