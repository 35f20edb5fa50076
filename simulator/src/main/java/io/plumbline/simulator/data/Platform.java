package io.plumbline.simulator.data;

/** The operating systems of a tenant's hosts. In every 32 hosts each has its share, so that the n-th host of one is found by counting. */
enum Platform {
    WINDOWS("windows", "AGENT_OS_WINDOWS", 20),
    LINUX("linux", "AGENT_OS_LINUX", 7),
    MACOS("macos", "AGENT_OS_MAC", 4),
    ANDROID("android", "AGENT_OS_ANDROID", 1);

    /** The hosts among which the shares are counted. */
    static final int BLOCK = 32;

    final String word;
    final String osType;
    final int share;

    Platform(String word, String osType, int share) {
        this.word = word;
        this.osType = osType;
        this.share = share;
    }

    /** Where this platform's hosts begin in an unrotated block. */
    int start() {
        int start = 0;
        for (var platform : values()) {
            if (platform == this) {
                return start;
            }
            start += platform.share;
        }
        throw new AssertionError(this);
    }

    static Platform at(int position) {
        int end = 0;
        for (var platform : values()) {
            end += platform.share;
            if (position < end) {
                return platform;
            }
        }
        throw new AssertionError(position);
    }
}
