package org.mulin.exchange.internal.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.mulin.base.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where events may go. To the world over https only; into private networks and to this machine only where {@code
 * mulin.webhooks.allow-private} says so (the demo, which nobody else can reach, does), then over http too; never to
 * link-local addresses, where clouds keep their secrets, nor to groups of machines.
 */
@Component
class UrlGuard {
    private final boolean allowPrivate;

    UrlGuard(
            @Value("${mulin.webhooks.allow-private:false}") boolean allowPrivate,
            @Value("${mulin.demo:false}") boolean demo) {
        this.allowPrivate = allowPrivate || demo;
    }

    enum Reach {
        PUBLIC,
        PRIVATE,
        NEVER
    }

    /**
     * @throws Refused {@code webhook-url}, {@code webhook-host-unknown}, {@code webhook-address}, {@code
     *     webhook-https}
     */
    URI check(String text) {
        URI url = parsed(text);
        boolean open = true;
        for (InetAddress address : addresses(url.getHost())) {
            Reach reach = reach(address);
            if (reach == Reach.NEVER || (reach == Reach.PRIVATE && !allowPrivate)) {
                throw Refused.of("webhook-address");
            }
            open &= reach == Reach.PUBLIC;
        }
        if (open && url.getScheme().equals("http")) {
            throw Refused.of("webhook-https");
        }
        return url;
    }

    private static URI parsed(String text) {
        try {
            URI url = new URI(text);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // refused below, like every other text that is no link
        }
        throw Refused.of("webhook-url");
    }

    private static InetAddress[] addresses(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw Refused.of("webhook-host-unknown");
        }
    }

    static Reach reach(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return reachOfFour(address, bytes);
        }
        // addresses that carry one of four bytes inside: NAT64 64:ff9b::/96, 6to4 2002::/16, compatible ::/96
        boolean nat64 = startsWith(bytes, 0x00, 0x64, 0xff, 0x9b);
        boolean sixToFour = startsWith(bytes, 0x20, 0x02);
        boolean compatible = startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) && !address.isLoopbackAddress();
        if (address.isLinkLocalAddress() || address.isMulticastAddress() || nat64 || sixToFour || compatible) {
            return Reach.NEVER;
        }
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        // fd00:ec2::254 and the like are metadata services
        if (startsWith(bytes, 0xfd, 0x00, 0x0e, 0xc2)) {
            return Reach.NEVER;
        }
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || uniqueLocal
                ? Reach.PRIVATE
                : Reach.PUBLIC;
    }

    private static Reach reachOfFour(InetAddress address, byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        if (first == 0 || first >= 224 || address.isLinkLocalAddress() || shared) {
            return Reach.NEVER;
        }
        return address.isLoopbackAddress() || address.isSiteLocalAddress() ? Reach.PRIVATE : Reach.PUBLIC;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        byte[] wanted = new byte[start.length];
        for (int i = 0; i < start.length; i++) {
            wanted[i] = (byte) start[i];
        }
        return Arrays.equals(wanted, Arrays.copyOf(bytes, start.length));
    }
}
