package io.plumbline.server.inventory;

/** The tokens that answer exact filters on assets without regard to case; writer and reader build them here alike. */
public final class Facets {

    private Facets() {}

    /** @param key {@code os}, {@code type}, {@code group} or {@code tag} */
    public static String facet(String key, String value) {
        return key + ':' + Folding.fold(value);
    }
}
