package org.mulin.base.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Problems;
import org.mulin.base.Texts;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Tomcat refuses by itself, such as an address with an encoded {@code ..}, never comes to Spring; it is told like
 * every other refusal, not as a page of Tomcat's.
 */
@Configuration(proxyBeanMethods = false)
class ProblemValve {
    /** Added after Boot's own valve, so that it stands further in and answers first. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat(Problems problems, JsonMapper json) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Valve(problems, json)));
    }

    private static final class Valve extends ErrorReportValve {
        private final Problems problems;
        private final JsonMapper json;

        private Valve(Problems problems, JsonMapper json) {
            this.problems = problems;
            this.json = json;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            ProblemDetail problem = ErrorAnswer.problem(status, thrown, problems, Texts.asked(request));
            response.setStatus(problem.getStatus());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            try {
                PrintWriter writer = response.getReporter();
                if (writer != null) {
                    writer.write(json.writeValueAsString(problem));
                    response.finishResponse();
                }
            } catch (IOException e) {
                // whoever asked has gone away; there is nobody left to tell
                return;
            }
        }
    }
}
