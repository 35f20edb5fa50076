package io.plumbline.server.platform.outbound;

import java.net.InetAddress;

/** A block of addresses of one family, such as {@code 10.0.0.0/8}. */
final class AddressBlock {

    private final byte[] prefix;
    private final int bits;

    private AddressBlock(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    static AddressBlock of(String text) {
        int slash = text.indexOf('/');
        byte[] prefix = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
        return new AddressBlock(prefix, Integer.parseInt(text.substring(slash + 1)));
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
