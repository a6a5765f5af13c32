package xindang.platform.access;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Whom the server believes when it says for whom it asks (受信代理). Without them {@code X-Forwarded-For} and
 * {@code X-Forwarded-Proto} count for nothing, as anybody can send them; with them the address of guesses, sessions and tokens is
 * that of the person and not of the proxy.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private final List<String> addresses;

    /**
     * Those whom the operator names.
     *
     * @param told network addresses with commas between them; empty for none
     */
    TrustedProxies(@Value("${xindang.proxies:}") String told) {
        addresses = Arrays.stream(told.split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        addresses.stream()
                .filter(address -> !ADDRESS.matcher(address).matches())
                .findFirst()
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException("xindang.proxies takes network addresses, not: " + wrong);
                });
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (addresses.isEmpty()) {
            return;
        }
        var valve = new RemoteIpValve();
        valve.setInternalProxies(addresses.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        factory.addEngineValves(valve);
    }
}
