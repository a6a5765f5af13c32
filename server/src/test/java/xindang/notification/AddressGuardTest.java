package xindang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.Requirement;

/** Nobody reaches inside the house by a webhook. */
class AddressGuardTest {

    private static AddressGuard guard(String allowed, String... addresses) {
        return new AddressGuard(allowed, _ -> {
            var all = new InetAddress[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                all[i] = InetAddress.ofLiteral(addresses[i]);
            }
            return all;
        });
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @Requirement("INT-06")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            127.0.0.1            | https | -           | inside-address
            127.255.255.254      | https | -           | inside-address
            10.0.0.1             | https | -           | inside-address
            172.16.0.1           | https | -           | inside-address
            172.32.0.1           | https | -           | -
            192.168.1.1          | https | -           | inside-address
            169.254.169.254      | https | -           | inside-address
            100.64.0.1           | https | -           | inside-address
            0.0.0.0              | https | -           | inside-address
            198.18.0.1           | https | -           | inside-address
            224.0.0.1            | https | -           | inside-address
            255.255.255.255      | https | -           | inside-address
            ::1                  | https | -           | inside-address
            ::                   | https | -           | inside-address
            ::ffff:127.0.0.1     | https | -           | inside-address
            ::7f00:1             | https | -           | inside-address
            64:ff9b::a00:1       | https | -           | inside-address
            2002:a00:1::         | https | -           | inside-address
            fd00::1              | https | -           | inside-address
            fe80::1              | https | -           | inside-address
            ff02::1              | https | -           | inside-address
            8.8.8.8              | https | -           | -
            2606:4700::1111      | https | -           | -
            8.8.8.8              | http  | -           | https-needed
            10.0.0.1             | http  | 10.0.0.0/24 | -
            10.0.1.1             | http  | 10.0.0.0/24 | inside-address
            127.0.0.1            | http  | 127.0.0.1   | -
            fd00::1              | https | fd00::/8    | -""")
    void an_address_inside_is_not_called(String address, String scheme, String allowed, String why) throws Exception {
        AddressGuard guard = guard(allowed == null ? "" : allowed, address);
        URI target = URI.create(scheme + "://hook.example.com/x");
        if (why == null) {
            assertThat(guard.resolve(target)).isEqualTo(InetAddress.ofLiteral(address));
        } else {
            assertThatThrownBy(() -> guard.resolve(target))
                    .isInstanceOf(AddressGuard.Forbidden.class)
                    .hasMessage(why);
        }
    }

    @Test
    void one_inside_among_others_is_enough() {
        assertThatThrownBy(() -> guard("", "8.8.8.8", "10.0.0.1").resolve(URI.create("https://hook.example.com/")))
                .hasMessage("inside-address");
        assertThatThrownBy(() -> guard("").resolve(URI.create("https://hook.example.com/")))
                .hasMessage("unknown-host");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://example.com/x",
        "file:///etc/passwd",
        "https:///x",
        "https://user:word@example.com/",
        "https://example.com/#part",
        "https://example.com/中",
        "'https://example.com/ x'",
        "//example.com/x",
        "example.com"
    })
    void only_plain_addresses_are_taken(String text) {
        assertThatThrownBy(() -> AddressGuard.written(text)).hasMessage("no-address");
    }

    @ParameterizedTest
    @CsvSource({
        "https://127.0.0.1/x,, inside-address",
        "https://127.1/x,, no-address",
        "https://[::1]:8443/x,, inside-address",
        "https://[::ffff:10.0.0.1]/,, inside-address",
        "http://10.0.0.7/x, 10.0.0.0/24,",
        "http://8.8.8.8/x,, https-needed",
        "https://8.8.8.8/x,,",
        "https://inside.example.com/x,,"
    })
    void an_address_written_as_numbers_is_refused_when_it_is_entered(String text, String allowed, String why)
            throws Exception {
        AddressGuard guard = guard(allowed == null ? "" : allowed, "10.0.0.1");
        if (why == null) {
            assertThat(guard.entered(text)).isEqualTo(URI.create(text));
        } else {
            assertThatThrownBy(() -> guard.entered(text)).hasMessage(why);
        }
    }

    @Test
    void a_network_that_is_none_stops_the_start() {
        assertThatThrownBy(() -> guard("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> guard("example.com")).isInstanceOf(IllegalArgumentException.class);
    }

    /** The name is looked up once for a call, so a second, different answer is never used. */
    @Test
    void the_address_that_was_looked_at_is_the_one_that_is_called_and_redirects_are_not_followed() throws Exception {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var questions = new AtomicInteger();
            var guard = new AddressGuard("127.0.0.0/8", _ -> {
                assertThat(questions.incrementAndGet()).isEqualTo(1);
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            });
            Thread answering = Thread.ofVirtual()
                    .start(
                            () -> answer(
                                    listening,
                                    "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"));
            URI target = URI.create("http://hook.example.com:" + listening.getLocalPort() + "/x");
            SafePost.Reply reply = new SafePost(guard).post(target, Map.of(), "{}");
            answering.join();
            assertThat(reply).isEqualTo(new SafePost.Reply(302, "abcde"));
            assertThat(reply.isGood()).isFalse();
        }
    }

    private static void answer(ServerSocket listening, String text) {
        try (var socket = listening.accept()) {
            InputStream in = socket.getInputStream();
            var read = new StringBuilder();
            while (!read.toString().endsWith("{}")) {
                read.append((char) in.read());
            }
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
