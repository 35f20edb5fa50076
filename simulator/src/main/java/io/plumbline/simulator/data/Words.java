package io.plumbline.simulator.data;

import java.util.List;

/** What a company's hosts, people and software are called. */
final class Words {

    static final List<String> SITES =
            List.of("muc", "ber", "par", "lis", "waw", "nyc", "aus", "sin", "tok", "sao", "zrh", "ams");
    static final List<String> WINDOWS_SERVERS = List.of("DC", "SQL", "FS", "APP", "WEB", "RDS", "EXCH", "SCCM", "PRT");
    static final List<String> LINUX_SERVERS = List.of("web", "db", "k8s", "app", "mq", "log", "ci", "proxy", "es");
    static final List<String> MAC_OWNERS = List.of(
            "Zoë", "Anaïs", "Björn", "Chloé", "Dawid", "Élodie", "Fatma", "Iñaki", "Jürgen", "Małgorzata", "李伟");
    static final List<String> USERS = List.of(
            "anna.schneider",
            "jürgen.groß",
            "zoë.dupont",
            "małgorzata.nowak",
            "iñaki.etxeberria",
            "şule.yıldız",
            "björn.ångström",
            "李伟",
            "p.ferreira",
            "t.nguyen",
            "svc-backup",
            "administrator");
    static final List<String> SERVER_TAGS =
            List.of("production", "staging", "pci", "dmz", "finance", "plant", "lab", "backup", "crown-jewels");
    static final List<String> GROUPS = List.of(
            "Servers",
            "Workstations",
            "Executives",
            "Produktion Süd",
            "Domain controllers",
            "Contractors",
            "Build farm");
    static final List<String> DOMAINS = List.of("corp.example", "emea.corp.example", "plant.example", "WORKGROUP", "");
    static final List<String> CLOUD_REGIONS = List.of("eu-central-1", "us-east-1", "ap-southeast-1");

    static final List<String> WINDOWS_SERVER_SYSTEMS = List.of(
            "Windows Server 2016|10.0.14393",
            "Windows Server 2019|10.0.17763",
            "Windows Server 2022|10.0.20348",
            "Windows Server 2025|10.0.26100");
    static final List<String> WINDOWS_CLIENT_SYSTEMS = List.of(
            "Windows 10 Enterprise|10.0.19045", "Windows 11 Enterprise|10.0.22631", "Windows 11 Pro|10.0.26100");
    static final List<String> LINUX_SYSTEMS = List.of(
            "Ubuntu 22.04.4 LTS|5.15.0-113",
            "Ubuntu 24.04 LTS|6.8.0-40",
            "Red Hat Enterprise Linux 8.10|4.18.0-553",
            "Red Hat Enterprise Linux 9.4|5.14.0-427",
            "Debian 12.6|6.1.0-22",
            "SUSE Linux Enterprise Server 15 SP6|6.4.0-150600");
    static final List<String> MAC_SYSTEMS = List.of("macOS 14.6.1|14.6.1", "macOS 15.3|15.3", "macOS 13.6.9|13.6.9");
    static final List<String> ANDROID_SYSTEMS = List.of("Android 14|14", "Android 15|15");

    static final List<String> WINDOWS_PRODUCTS = List.of(
            "Windows Server 2019",
            "Windows 11 Enterprise",
            "Microsoft Office 2021",
            "Microsoft Edge",
            ".NET 8",
            "SQL Server 2022",
            "Exchange Server 2019",
            "Visual C++ Redistributable 2022");
    static final List<String> LINUX_PRODUCTS = List.of(
            "linux-kernel", "openssl", "glibc", "sudo", "curl", "systemd", "nginx", "bind9", "python3", "libxml2");
    static final List<String> MAC_PRODUCTS = List.of("macOS Sonoma", "Safari", "Xcode", "WebKit");
    static final List<String> ANY_PRODUCTS = List.of(
            "Google Chrome", "Mozilla Firefox", "Node.js", "OpenJDK 17", "Zoom Workplace", "7-Zip", "Git", "PuTTY");

    static final List<String> FLAWS = List.of(
            "A buffer overflow",
            "A use after free",
            "An integer overflow",
            "A missing permission check",
            "A path traversal",
            "A race condition",
            "An out-of-bounds read",
            "Improper validation of input");
    static final List<String> EFFECTS = List.of(
            "lets a remote attacker run code",
            "lets a local user gain higher privileges",
            "discloses memory of the process",
            "lets an attacker stop the service",
            "lets an attacker bypass a security feature",
            "lets an attacker write files outside of the intended folder");

    private Words() {}
}
