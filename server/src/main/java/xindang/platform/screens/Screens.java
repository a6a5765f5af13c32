package xindang.platform.screens;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Serves the screens at {@code /} (界面). Files under {@code /assets} carry a hash of their content in their names and may be
 * kept for ever; all others are asked for again each time. An address that is neither a file nor of the interface is one
 * that the screens themselves resolve, so it answers their first page.
 */
@Configuration(proxyBeanMethods = false)
class Screens implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";
    private static final String FIRST_PAGE = "index.html";
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Environment environment;

    Screens(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePrivate().immutable())
                .setUseLastModified(false);
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                // A jar is built reproducibly, with one date for all versions; only the content tells them apart.
                .setUseLastModified(false)
                .setEtagGenerator(Screens::tag)
                .resourceChain(false)
                .addResolver(new FileOrFirstPage(environment));
    }

    private static String tag(Resource file) {
        try (InputStream content = file.getInputStream()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final class FileOrFirstPage extends PathResourceResolver {

        private final Environment environment;

        FileOrFirstPage(Environment environment) {
            this.environment = environment;
        }

        /** The port of health and metrics takes over what is configured here, and has no screens. */
        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            String management = environment.getProperty("local.management.port");
            return request != null && String.valueOf(request.getLocalPort()).equals(management)
                    ? null
                    : super.resolveResourceInternal(request, path, locations, chain);
        }

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            boolean ofTheInterface = path.equals("api") || path.startsWith("api/");
            return file != null || ofTheInterface ? file : super.getResource(FIRST_PAGE, location);
        }
    }
}
