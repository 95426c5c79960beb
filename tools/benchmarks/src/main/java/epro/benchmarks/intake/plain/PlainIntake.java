package epro.benchmarks.intake.plain;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * A process that takes posts on a port and sends their bodies to a topic; ends when its standard input does.
 *
 * <p>Arguments: {@code shared} or {@code blocking}, a folder, a port, the brokers, the topic.
 */
public final class PlainIntake {

    /** What both read the record's key from, since they don't read bodies. */
    public static final String KEY = "X-Patient-Key";

    /** As many as there are connections when it is measured, so that none waits for another's. */
    private static final int THREADS = 64;

    private PlainIntake() {}

    public static void main(String... arguments) throws LifecycleException, IOException {
        Path folder = Path.of(arguments[1]);
        Servlet servlet = arguments[0].equals("shared")
                ? new SharedProducerServlet(arguments[3], arguments[4])
                : SpringServlet.blocking(arguments[3], arguments[4]);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createDirectories(folder).toString());
        Connector connector = new Connector();
        connector.setProperty("address", "127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[2]));
        connector.setProperty("maxThreads", Integer.toString(THREADS));
        connector.setProperty("minSpareThreads", Integer.toString(THREADS));
        connector.setProperty("maxKeepAliveRequests", "-1");
        tomcat.setConnector(connector);
        var context = tomcat.addContext("", null);
        Wrapper wrapper = Tomcat.addServlet(context, "plain", servlet);
        wrapper.setAsyncSupported(true);
        wrapper.addMapping("/*");
        tomcat.start();
        awaitEndOfInput();
        tomcat.stop();
        tomcat.destroy();
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Nobody says anything.
        }
    }
}
