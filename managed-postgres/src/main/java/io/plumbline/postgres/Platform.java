package io.plumbline.postgres;

import java.util.Locale;

/** The systems for which a build may carry PostgreSQL's programs. */
enum Platform {
    LINUX_AMD64("linux", "amd64", "postgres-linux-x86_64.txz"),
    LINUX_ARM64("linux", "aarch64", "postgres-linux-arm_64.txz"),
    MACOS_ARM64("mac", "aarch64", "postgres-darwin-arm_64.txz");

    private final String system;
    private final String processor;
    private final String archive;

    Platform(String system, String processor, String archive) {
        this.system = system;
        this.processor = processor;
        this.archive = archive;
    }

    /** The archive's name on the class path. */
    String archive() {
        return archive;
    }

    static Platform of(String osName, String osArch) {
        for (Platform platform : values()) {
            if (osName.toLowerCase(Locale.ROOT).startsWith(platform.system) && osArch.equals(platform.processor)) {
                return platform;
            }
        }
        throw unsupported(osName, osArch);
    }

    static PostgresStartException unsupported(String osName, String osArch) {
        return new PostgresStartException(
                PostgresStartFailure.UNSUPPORTED_PLATFORM,
                "This build has no embedded PostgreSQL for " + osName + " on " + osArch + ".",
                "Use an external PostgreSQL 15 or newer (PLUMBLINE_DATABASE_URL), or build Plumbline on this machine if it"
                        + " is Linux on amd64 or arm64, or macOS on arm64.");
    }
}
