package org.mulin.exchange.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.base.Refused;

class UrlGuardTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, PRIVATE",
        "127.8.8.8, PRIVATE",
        "::1, PRIVATE",
        "10.0.0.1, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.168.1.1, PRIVATE",
        "fd12::1, PRIVATE",
        "::ffff:127.0.0.1, PRIVATE",
        "169.254.169.254, NEVER",
        "::ffff:169.254.169.254, NEVER",
        "fe80::1, NEVER",
        "fd00:ec2::254, NEVER",
        "100.100.100.200, NEVER",
        "0.0.0.0, NEVER",
        "0.1.2.3, NEVER",
        "::, NEVER",
        "::7f00:1, NEVER",
        "64:ff9b::7f00:1, NEVER",
        "2002:7f00:1::, NEVER",
        "224.0.0.1, NEVER",
        "255.255.255.255, NEVER",
        "ff02::1, NEVER",
        "172.32.0.1, PUBLIC",
        "8.8.8.8, PUBLIC",
        "2400:3200::1, PUBLIC"
    })
    void knowsHowFarAnAddressReaches(String address, UrlGuard.Reach reach) throws UnknownHostException {
        assertThat(UrlGuard.reach(InetAddress.getByName(address))).isEqualTo(reach);
    }

    @ParameterizedTest
    @CsvSource({
        "false, http://127.0.0.1:8080/, webhook-address",
        "false, https://localhost/, webhook-address",
        "false, https://192.168.1.1/, webhook-address",
        "false, https://2130706433/, webhook-address",
        "false, http://8.8.8.8/, webhook-https",
        "true, http://8.8.8.8/, webhook-https",
        "true, http://169.254.169.254/latest/meta-data/, webhook-address",
        "true, 'http://[fe80::1]/', webhook-address",
        "true, ftp://127.0.0.1/, webhook-url",
        "true, file:///etc/passwd, webhook-url",
        "true, http:///nowhere, webhook-url",
        "true, http://user:secret@127.0.0.1/, webhook-url",
        "true, http://127.0.0.1/#there, webhook-url",
        "true, not a link, webhook-url",
        "true, http://no-such-host.invalid/, webhook-host-unknown"
    })
    void refuses(boolean allowPrivate, String url, String code) {
        assertThatThrownBy(() -> new UrlGuard(allowPrivate, false).check(url))
                .isInstanceOf(Refused.class)
                .hasMessage(code);
    }

    @ParameterizedTest
    @CsvSource({
        "true, http://127.0.0.1:8080/hook?x=1",
        "true, https://10.1.2.3/hook",
        "true, 'http://[::1]:9/'",
        "false, https://8.8.8.8/"
    })
    void lets(boolean allowPrivate, String url) {
        assertThat(new UrlGuard(allowPrivate, false).check(url)).hasToString(url);
    }
}
