package xindang.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Another system that listens on this machine. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "{\"errcode\":0,\"code\":0}";

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    /** A call as it came. */
    record Call(
            URI address,
            @Nullable String event,
            @Nullable String timestamp,
            @Nullable String signature,
            String body) {}

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(
                exchange.getRequestURI(),
                headers.getFirst("Xindang-Event"),
                headers.getFirst("Xindang-Timestamp"),
                headers.getFirst("Xindang-Signature"),
                body));
        byte[] text = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    void answers(int with, String text) {
        status = with;
        answer = text;
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What came since it was asked last. */
    List<Call> taken() {
        List<Call> all = List.copyOf(calls);
        calls.clear();
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
