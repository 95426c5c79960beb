package epro.support.problem;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Error answers from controllers, from filters, and from the server itself. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
class ProblemAutoConfiguration {

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    ProblemErrorController problemErrorController() {
        return new ProblemErrorController();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> endOfUnreadBodies() {
        return factory -> {
            factory.addEngineValves(new UnreadBodyValve());
            // What may stand beside the bytes of a body that comes in chunks: nobody needs it, and it can be trickled
            // too.
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("maxExtensionSize", "64");
                connector.setProperty("maxTrailerSize", "64");
            });
        };
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsFromTheServer(
            ObjectProvider<UnseenRefusals> listeners) {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
                host.getPipeline()
                        .addValve(new ProblemReportValve(code -> listeners.forEach(one -> one.refused(code))));
            }
        });
    }
}
