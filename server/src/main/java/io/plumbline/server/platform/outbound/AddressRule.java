package io.plumbline.server.platform.outbound;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses a name may lead to. Without it a name that anyone can register could point a connector at this machine, its
 * network or its cloud's metadata service.
 */
enum AddressRule {
    /** A vendor's host: addresses of the public internet only. */
    PUBLIC_ONLY,
    /** A host that the operator named: private and loopback ones too, but never link-local or a metadata service. */
    NAMED_BY_OPERATOR;

    private static final List<AddressBlock> NEVER = blocks(
            "0.0.0.0/8", // "this host": reaches loopback on most systems
            "169.254.0.0/16", // link-local, the metadata service of most clouds among it
            "100.100.100.200/32", // metadata, Alibaba Cloud
            "192.0.0.192/32", // metadata, Oracle Cloud
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast among it
            "::/128",
            "fe80::/10",
            "fd00:ec2::254/128", // metadata, Amazon
            "fd20:ce::254/128", // metadata, Google
            "ff00::/8");

    private static final List<AddressBlock> NOT_PUBLIC = blocks(
            "10.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "::1/128",
            "64:ff9b:1::/48", // NAT64 of a local network: where the IPv4 address stands is up to that network
            "100::/64",
            "2001::/32", // Teredo: the server's and the client's address, the latter obscured
            "2001:db8::/32",
            "fc00::/7",
            "fec0::/10");

    /** IPv6 blocks that carry an IPv4 address, and at which byte. The address inside is the one that is reached. */
    private static final AddressBlock NAT64 = AddressBlock.of("64:ff9b::/96");

    private static final AddressBlock SIX_TO_FOUR = AddressBlock.of("2002::/16");

    boolean permits(InetAddress address) {
        return permits(address.getAddress());
    }

    /** @param address 4 or 16 bytes */
    boolean permits(byte[] address) {
        byte[] inside = embedded(address);
        return permitsPlain(address) && (inside.length == 0 || permitsPlain(inside));
    }

    private boolean permitsPlain(byte[] address) {
        return !isIn(NEVER, address) && (this == NAMED_BY_OPERATOR || !isIn(NOT_PUBLIC, address));
    }

    private static boolean isIn(List<AddressBlock> blocks, byte[] address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    /** The IPv4 address inside an IPv6 one, or no bytes. */
    private static byte[] embedded(byte[] bytes) {
        if (bytes.length == 4) {
            return new byte[0];
        }
        if (SIX_TO_FOUR.contains(bytes)) {
            return Arrays.copyOfRange(bytes, 2, 6);
        }
        return NAT64.contains(bytes) || startsLikeIpv4(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : new byte[0];
    }

    /** {@code ::ffff:a.b.c.d}, {@code ::ffff:0:a.b.c.d} and {@code ::a.b.c.d}; {@code ::1} is none of them. */
    private static boolean startsLikeIpv4(byte[] bytes) {
        for (int at = 0; at < 8; at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        boolean compatible = allZero(bytes, 8, 12) && !allZero(bytes, 12, 14);
        boolean mapped = allZero(bytes, 8, 10) && bytes[10] == -1 && bytes[11] == -1;
        boolean translated = bytes[8] == -1 && bytes[9] == -1 && allZero(bytes, 10, 12);
        return compatible || mapped || translated;
    }

    private static boolean allZero(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        return true;
    }

    private static List<AddressBlock> blocks(String... texts) {
        return Stream.of(texts).map(AddressBlock::of).toList();
    }
}
