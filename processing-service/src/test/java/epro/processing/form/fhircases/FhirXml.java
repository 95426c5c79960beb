package epro.processing.form.fhircases;

import epro.schemas.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** FHIR's XML as its JSON, as far as questionnaires and responses need it; narratives are left out. */
final class FhirXml {
    private static final Set<String> LISTS =
            Set.of("item", "answer", "answerOption", "enableWhen", "extension", "initial");
    private static final Set<String> FLAGS =
            Set.of("required", "repeats", "experimental", "valueBoolean", "answerBoolean");

    private FhirXml() {}

    static JsonValue.Members read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            Map<String, JsonValue> members = new LinkedHashMap<>();
            members.put("resourceType", new JsonValue.Text(root.getTagName()));
            members.putAll(members(root));
            return new JsonValue.Members(members);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not XML", e);
        }
    }

    private static Map<String, JsonValue> members(Element element) {
        Map<String, List<JsonValue>> values = new LinkedHashMap<>();
        if (element.getTagName().equals("extension")) {
            values.put("url", List.of(new JsonValue.Text(element.getAttribute("url"))));
        }
        children(element)
                .filter(child -> !isNarrative(child))
                .forEach(child -> values.computeIfAbsent(child.getTagName(), _ -> new ArrayList<>())
                        .add(value(child)));
        Map<String, JsonValue> members = new LinkedHashMap<>();
        values.forEach((name, found) ->
                members.put(name, isList(name, found) ? new JsonValue.Items(found) : found.getFirst()));
        return members;
    }

    private static JsonValue value(Element element) {
        if (!element.hasAttribute("value")) {
            return new JsonValue.Members(members(element));
        }
        String value = element.getAttribute("value");
        return FLAGS.contains(element.getTagName())
                ? new JsonValue.Flag(Boolean.parseBoolean(value))
                : new JsonValue.Text(value);
    }

    /** A questionnaire's and an item's {@code code} is a list of codings, a coding's is a word. */
    private static boolean isList(String name, List<JsonValue> found) {
        boolean objects = found.getFirst() instanceof JsonValue.Members;
        return LISTS.contains(name) || (objects && (name.equals("code") || name.equals("identifier")));
    }

    private static boolean isNarrative(Element element) {
        return element.getTagName().equals("text") && !element.hasAttribute("value");
    }

    private static Stream<Element> children(Element element) {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
