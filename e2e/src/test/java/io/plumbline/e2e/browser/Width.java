package io.plumbline.e2e.browser;

/** How wide a window is. */
enum Width {
    DESK(1280, 900),
    PHONE(390, 844);

    private final int pixels;
    private final int height;

    Width(int pixels, int height) {
        this.pixels = pixels;
        this.height = height;
    }

    int pixels() {
        return pixels;
    }

    int height() {
        return height;
    }
}
