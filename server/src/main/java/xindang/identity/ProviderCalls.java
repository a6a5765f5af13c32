package xindang.identity;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Calls of the provider (对外调用): to safe addresses only, without following where an answer points to, and with an end to time and
 * length, so that a provider in trouble is no trouble of ours.
 */
@Component
class ProviderCalls {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 1 << 18;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LONGEST)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ProviderSettings settings;

    ProviderCalls(ProviderSettings settings) {
        this.settings = settings;
    }

    /** The text at an address. */
    String get(URI address) throws IOException {
        HttpResponse<String> answer = send(request(address).GET().build());
        if (answer.statusCode() != 200) {
            throw new IOException("the provider answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** The text at an address, as the library of tokens names it. */
    String get(URL address) throws IOException {
        try {
            return get(address.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** The answer to a form. */
    HttpResponse<String> post(URI address, String form, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::header);
        return send(request.build());
    }

    private HttpRequest.Builder request(URI address) throws IOException {
        if (!settings.isSafe(address)) {
            throw new IOException("no safe address: " + address.getScheme());
        }
        return HttpRequest.newBuilder(address).timeout(LONGEST).header("Accept", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
