package xindang.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Tomcat refuses before any of our code is asked (容器拒绝), such as an address that is no address: a problem too,
 * instead of Tomcat's page.
 */
@Component
class ContainerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Problems problems;
    private final JsonMapper json;

    ContainerRefusals(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.getPipeline().addValve(new ProblemValve(problems, json));
                // Else Tomcat adds its own behind ours.
                host.setErrorReportValveClass("");
            }
        });
    }

    private static final class ProblemValve extends ErrorReportValve {

        private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

        private final Problems problems;
        private final JsonMapper json;

        ProblemValve(Problems problems, JsonMapper json) {
            this.problems = problems;
            this.json = json;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            HttpServletRequest asked = request.getRequest();
            Problem problem = problems.of(asked, ProblemAdvice.code(response.getStatus()), List.of());
            try {
                response.setContentType("application/problem+json");
                response.getOutputStream()
                        .write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                LOG.debug("nobody waits for the refusal", gone);
            }
        }
    }
}
