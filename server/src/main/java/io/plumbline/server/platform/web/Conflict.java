package io.plumbline.server.platform.web;

/** The state of things does not allow it now: 409. */
public class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence for the person who asked */
    public Conflict(String sentence) {
        super(sentence);
    }
}
