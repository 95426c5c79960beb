package epro.cli.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The sum of all modules' test reports. */
record TestReports(int tests, int failures, int errors, List<Skip> skipped) {

    /** A test that did not run, and why. */
    record Skip(String name, String reason) {}

    /** Reads the reports that were written since then. */
    static TestReports in(Path root, Instant since) throws IOException {
        try (Stream<Path> files = Files.find(root, 6, (file, _) -> isReport(file))) {
            List<TestReports> each = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                    each.add(read(file));
                }
            }
            return each.stream().reduce(new TestReports(0, 0, 0, List.of()), TestReports::plus);
        }
    }

    String text() {
        String counts =
                "%d tests, %d failures, %d errors, %d skipped".formatted(tests, failures, errors, skipped.size());
        StringBuilder text = new StringBuilder(counts);
        skipped.forEach(skip -> text.append("%n  skipped: %s (%s)".formatted(skip.name(), skip.reason())));
        return text.toString();
    }

    private static boolean isReport(Path file) {
        return file.toString().matches(".*/target/surefire-reports/TEST-[^/]*\\.xml");
    }

    private static TestReports read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element suite = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            return new TestReports(
                    number(suite, "tests"), number(suite, "failures"), number(suite, "errors"), skips(suite));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " can't be read as a test report: " + e.getMessage(), e);
        }
    }

    private static List<Skip> skips(Element suite) {
        List<Skip> skips = new ArrayList<>();
        NodeList found = suite.getElementsByTagName("skipped");
        for (int i = 0; i < found.getLength(); i++) {
            Element skipped = (Element) found.item(i);
            Element test = (Element) skipped.getParentNode();
            String name = test.getAttribute("classname") + "." + test.getAttribute("name");
            skips.add(new Skip(name, skipped.getAttribute("message")));
        }
        return skips;
    }

    private static int number(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }

    private TestReports plus(TestReports other) {
        List<Skip> both =
                Stream.concat(skipped.stream(), other.skipped.stream()).toList();
        return new TestReports(tests + other.tests, failures + other.failures, errors + other.errors, both);
    }
}
