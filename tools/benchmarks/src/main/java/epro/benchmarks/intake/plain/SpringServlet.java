package epro.benchmarks.intake.plain;

import jakarta.servlet.Servlet;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Spring MVC with a {@link BlockingController}, and nothing else of the framework. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
class SpringServlet {

    static Servlet blocking(String brokers, String topic) {
        var context = new GenericWebApplicationContext();
        new AnnotatedBeanDefinitionReader(context).register(SpringServlet.class);
        context.registerBean(BlockingController.class, () -> new BlockingController(brokers, topic));
        return new DispatcherServlet(context);
    }
}
