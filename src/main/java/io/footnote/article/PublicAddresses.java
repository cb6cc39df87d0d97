package io.footnote.article;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the public internet from those of this machine, of private networks and of special use, as the
 * registries of IANA list them (RFC 6890 and its successors). IPv6 addresses that carry an IPv4 address are judged by
 * it. Stateless.
 */
final class PublicAddresses {
    private static final List<Range> SPECIAL = List.of(
            new Range(new int[] {0}, 8),
            new Range(new int[] {10}, 8),
            new Range(new int[] {100, 64}, 10), // shared by carriers
            new Range(new int[] {127}, 8),
            new Range(new int[] {169, 254}, 16), // link-local; clouds answer with their metadata here
            new Range(new int[] {172, 16}, 12),
            new Range(new int[] {192, 0, 0}, 24),
            new Range(new int[] {192, 0, 2}, 24),
            new Range(new int[] {192, 88, 99}, 24),
            new Range(new int[] {192, 168}, 16),
            new Range(new int[] {198, 18}, 15),
            new Range(new int[] {198, 51, 100}, 24),
            new Range(new int[] {203, 0, 113}, 24),
            new Range(new int[] {224}, 3)); // multicast, reserved, broadcast

    private static final Range GLOBAL_IPV6 = new Range(new int[] {0x20}, 3);
    private static final Range SIX_TO_FOUR = new Range(new int[] {0x20, 0x02}, 16);
    private static final Range NAT64 = new Range(new int[] {0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}, 96);
    /** Teredo, ORCHID and the like, and documentation. */
    private static final List<Range> SPECIAL_IPV6 = List.of(
            new Range(new int[] {0x20, 0x01, 0}, 23),
            new Range(new int[] {0x20, 0x01, 0x0d, 0xb8}, 32),
            new Range(new int[] {0x3f, 0xff, 0}, 20));

    private PublicAddresses() {}

    /** Whether it is an address of the public internet. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic(bytes);
        }
        if (NAT64.contains(bytes)) {
            return isPublic(part(bytes, 12));
        }
        if (SIX_TO_FOUR.contains(bytes)) {
            return isPublic(part(bytes, 2));
        }
        return GLOBAL_IPV6.contains(bytes) && SPECIAL_IPV6.stream().noneMatch(range -> range.contains(bytes));
    }

    private static boolean isPublic(byte[] ipv4) {
        return SPECIAL.stream().noneMatch(range -> range.contains(ipv4));
    }

    private static byte[] part(byte[] bytes, int from) {
        return new byte[] {bytes[from], bytes[from + 1], bytes[from + 2], bytes[from + 3]};
    }

    /** The addresses that begin with these bits; bytes beyond those given are 0. */
    private record Range(int[] bytes, int bits) {
        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int wanted = bit / 8 < bytes.length ? bytes[bit / 8] : 0;
                int mask = 0x80 >> (bit % 8);
                if ((wanted & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
