package xindang.notification;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps webhooks and bots from reaching inside the house (防止服务端请求伪造): https to public addresses, or whatever lies in the
 * networks that the house allowed by {@code xindang.outbound.allow}. Asked at every call, and the address that was looked at is the one
 * that is called ({@link SafePost}), so a name that changes its mind in between gains nothing. docs/adr/0108.
 */
@Component
public class AddressGuard {

    private static final List<Network> INSIDE = Network.all(
            "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,192.0.2.0/24,192.88.99.0/24,"
                    + "192.168.0.0/16,198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,224.0.0.0/4,240.0.0.0/4,"
                    // IPv6: unspecified and loopback, those that carry an IPv4 address inside, documentation, own
                    // networks, link, groups.
                    + "::/96,::ffff:0:0:0/96,64:ff9b::/96,64:ff9b:1::/48,100::/64,2001::/23,2001:db8::/32,2002::/16,fc00::/7,fe80::/10,fec0::/10,ff00::/8");

    /** What follows upon the last letter of ASCII. */
    private static final int DELETE = 0x7f;

    private final List<Network> allowed;
    private final Names names;

    /** How names become addresses. */
    interface Names {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    @Autowired
    AddressGuard(@Value("${xindang.outbound.allow:}") String allowed) {
        this(allowed, InetAddress::getAllByName);
    }

    AddressGuard(String allowed, Names names) {
        this.allowed = Network.all(allowed);
        this.names = names;
    }

    /** An address that is not called, and why. */
    public static final class Forbidden extends Exception {

        private static final long serialVersionUID = 1;

        private final String code;

        Forbidden(String code) {
            super(code);
            this.code = code;
        }

        /** Why, as screens know it. */
        public String code() {
            return code;
        }
    }

    /**
     * Checks how an address is written; names are not looked up.
     *
     * @throws Forbidden if it is no plain address of http or https
     */
    public static URI written(String text) throws Forbidden {
        URI address;
        if (!text.strip().chars().allMatch(letter -> letter > ' ' && letter < DELETE)) {
            throw new Forbidden("no-address");
        }
        try {
            address = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new Forbidden("no-address");
        }
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || address.getHost() == null) {
            throw new Forbidden("no-address");
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new Forbidden("no-address");
        }
        return address;
    }

    /**
     * The same for an address that somebody enters: one that is written as numbers is told at once what every call would be told.
     *
     * @throws Forbidden if it is no plain address, or lies inside
     */
    URI entered(String text) throws Forbidden {
        URI address = written(text);
        InetAddress literal;
        try {
            literal = InetAddress.ofLiteral(address.getHost().replaceAll("^\\[|]$", ""));
        } catch (IllegalArgumentException e) {
            // A name: what it leads to is looked up at each call, as it may change.
            return address;
        }
        require(address, literal);
        return address;
    }

    /**
     * Where an address leads now.
     *
     * @return the one address to call
     * @throws Forbidden if one of its addresses lies inside, or it is not https
     */
    InetAddress resolve(URI address) throws Forbidden {
        InetAddress[] found;
        try {
            found = names.of(address.getHost());
        } catch (UnknownHostException e) {
            throw new Forbidden("unknown-host");
        }
        for (InetAddress one : found) {
            require(address, one);
        }
        if (found.length == 0) {
            throw new Forbidden("unknown-host");
        }
        return found[0];
    }

    private void require(URI address, InetAddress one) throws Forbidden {
        boolean open = Network.any(allowed, one);
        if (!open && Network.any(INSIDE, one)) {
            throw new Forbidden("inside-address");
        }
        if (!open && !"https".equalsIgnoreCase(address.getScheme())) {
            throw new Forbidden("https-needed");
        }
    }

    /**
     * Some addresses that begin alike (网段).
     *
     * @param first first address
     * @param bits how many bits they share
     */
    record Network(InetAddress first, int bits) {

        static List<Network> all(String text) {
            return Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .map(Network::of)
                    .toList();
        }

        private static Network of(String text) {
            int slash = text.indexOf('/');
            try {
                InetAddress first = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
                int length = first.getAddress().length * Byte.SIZE;
                int bits = slash < 0 ? length : Integer.parseInt(text.substring(slash + 1));
                if (bits < 0 || bits > length) {
                    throw new IllegalArgumentException(text);
                }
                return new Network(first, bits);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "xindang.outbound.allow must be like 10.1.0.0/16, 10.2.3.4; not " + text, e);
            }
        }

        static boolean any(List<Network> networks, InetAddress address) {
            return networks.stream().anyMatch(one -> one.holds(address));
        }

        private boolean holds(InetAddress address) {
            boolean same = (first instanceof Inet4Address) == (address instanceof Inet4Address)
                    && (first instanceof Inet6Address) == (address instanceof Inet6Address);
            if (!same) {
                return false;
            }
            byte[] mine = first.getAddress();
            byte[] other = address.getAddress();
            for (int bit = 0; bit < bits; bit++) {
                int mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
                if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
