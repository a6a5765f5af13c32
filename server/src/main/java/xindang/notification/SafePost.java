package xindang.notification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;

/**
 * Posts JSON to an outside address (对外投递) over a connection of its own: to the very address that the guard looked at, which the
 * clients of the JDK do not let one say; without following where an answer points to; with an end to time and length.
 */
@Component
class SafePost {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1 << 16;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final AddressGuard guard;

    SafePost(AddressGuard guard) {
        this.guard = guard;
    }

    /**
     * An answer.
     *
     * @param body its beginning
     */
    record Reply(int status, String body) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * Posts.
     *
     * @param headers further ones; names and values must be ours
     * @throws AddressGuard.Forbidden if the address may not be called
     * @throws IOException if there was no answer
     */
    Reply post(URI address, Map<String, String> headers, String body) throws AddressGuard.Forbidden, IOException {
        InetAddress target = guard.resolve(address);
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : secure ? HTTPS : HTTP;
        long end = System.nanoTime() + LONGEST.toNanos();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(target, port), left(end));
            plain.setSoTimeout(left(end));
            try (Socket socket = secure ? secured(plain, address.getHost(), port) : plain) {
                byte[] text = body.getBytes(StandardCharsets.UTF_8);
                socket.getOutputStream().write(head(address, headers, text.length));
                socket.getOutputStream().write(text);
                socket.getOutputStream().flush();
                return reply(socket, end);
            }
        }
    }

    /** The certificate must be one of the name, whatever address the name led to. */
    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] head(URI address, Map<String, String> headers, int length) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        var head = new StringBuilder()
                .append("POST ")
                .append(path)
                .append(query)
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.getHost())
                .append(port)
                .append("\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ")
                .append(length)
                .append("\r\nUser-Agent: Xindang\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Reply reply(Socket socket, long end) throws IOException {
        var read = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] some = new byte[4096];
        while (read.size() < MOST_BYTES && !HttpReply.isComplete(read.toString(StandardCharsets.ISO_8859_1))) {
            socket.setSoTimeout(left(end));
            int count = in.read(some);
            if (count < 0) {
                break;
            }
            read.write(some, 0, count);
        }
        return HttpReply.of(read.toByteArray());
    }

    private static int left(long end) throws InterruptedIOException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new InterruptedIOException("no answer within " + LONGEST.toSeconds() + " s");
        }
        return (int) millis;
    }
}
