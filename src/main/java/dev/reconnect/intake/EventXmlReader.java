package dev.reconnect.intake;

import java.io.StringReader;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Windows events as XML: from Event Viewer's details, from {@code wevtutil}, or as a browser shows them with "- " before
 * each element that can be folded. No DTD and no entity is ever resolved.
 */
final class EventXmlReader implements TextReader {

    /** An event is a few kilobytes; what is longer is cut there. */
    private static final int LONGEST_EVENT = 32_000;

    /** An export of a day's failures; more of the same says no more. */
    private static final int MOST_EVENTS = 2_000;

    private final Events events;

    EventXmlReader(Events events) {
        this.events = events;
    }

    @Override
    public void read(Pasted pasted, Findings findings) {
        String text = pasted.text();
        int at = text.indexOf("<Event");
        for (int seen = 0; at >= 0 && seen < MOST_EVENTS; seen++) {
            int next = behind(text, at);
            if (isElement(text, at)) {
                event(text.substring(at, next), at, findings);
                findings.claim(at, next);
            }
            at = text.indexOf("<Event", isElement(text, at) ? next : at + 6);
        }
    }

    /** {@code <Event>} or {@code <Event xmlns=…>}, not {@code <EventID>} or {@code <Events>}. */
    private static boolean isElement(String text, int at) {
        int behind = at + "<Event".length();
        return behind < text.length() && " >\t\r\n".indexOf(text.charAt(behind)) >= 0;
    }

    private static int behind(String text, int at) {
        int limit = Math.min(text.length(), at + LONGEST_EVENT);
        int end = text.indexOf("</Event>", at);
        return end >= 0 && end + 8 <= limit ? end + 8 : limit;
    }

    private void event(String xml, int start, Findings findings) {
        Reading reading = new Reading(start);
        String plain = withoutFoldMarks(xml);
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(plain));
            while (reader.hasNext()) {
                reading.take(reader.next(), reader, plain);
            }
            reader.close();
        } catch (XMLStreamException broken) {
            reading.salvage(plain);
            findings.note(
                    "broken-format", "an event's XML is damaged; read as far as it goes", start, start + xml.length());
        }
        reading.report(new Line.Part(plain, start, start + plain.length()), findings);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** The dash that a browser prints before an element, at the start of a line; offsets stay. */
    private static String withoutFoldMarks(String xml) {
        char[] chars = xml.toCharArray();
        for (int i = 1; i + 1 < chars.length; i++) {
            boolean foldMark = (chars[i] == '-' || chars[i] == '+') && chars[i + 1] == ' ' && chars[i - 1] == '\n';
            if (foldMark) {
                chars[i] = ' ';
            }
        }
        return new String(chars);
    }

    /** What one event's elements have said so far. */
    private final class Reading {

        private final int start;
        private String source = "";
        private String element = "";
        private int number = -1;
        private Line.Part numberPlace = new Line.Part("", 0, 0);

        Reading(int start) {
            this.start = start;
        }

        void take(int kind, XMLStreamReader reader, String xml) {
            if (kind == XMLStreamConstants.START_ELEMENT) {
                element = reader.getLocalName();
                if (element.equals("Provider")) {
                    provider(reader);
                }
            } else if (kind == XMLStreamConstants.END_ELEMENT) {
                element = "";
            } else if (kind == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
                text(reader.getText().strip(), xml);
            }
        }

        private void provider(XMLStreamReader reader) {
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (source.isEmpty() && reader.getAttributeLocalName(i).endsWith("Name")) {
                    source = EventNames.sourceIn(reader.getAttributeValue(i).toLowerCase(Locale.ROOT));
                }
            }
        }

        private void text(String value, String xml) {
            if (element.equals("EventID")) {
                numbered(value, xml);
            } else if (element.equals("Channel")) {
                source = source.isEmpty() ? EventNames.sourceIn(value.toLowerCase(Locale.ROOT)) : source;
                source = source.isEmpty() && value.equals("Security") ? "security" : source;
            }
        }

        private void numbered(String value, String xml) {
            if (value.length() <= 6 && !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
                number = Integer.parseInt(value);
                int at = Math.max(0, xml.indexOf(value, Math.max(0, xml.indexOf("EventID"))));
                numberPlace = new Line.Part(value, start + at, start + at + value.length());
            }
        }

        /** Damaged XML: takes source and number from where they usually stand. */
        void salvage(String xml) {
            if (source.isEmpty()) {
                source = EventNames.sourceIn(xml.toLowerCase(Locale.ROOT));
            }
            int at = xml.indexOf("<EventID");
            int from = at < 0 ? -1 : xml.indexOf('>', at) + 1;
            int to = from <= 0 ? -1 : xml.indexOf('<', from);
            if (number < 0 && to > from) {
                numbered(xml.substring(from, to).strip(), xml);
            }
        }

        void report(Line.Part whole, Findings findings) {
            String named = source.isEmpty() ? EventNames.sourceOf(number) : source;
            if (number < 0 || named.isEmpty()) {
                return;
            }
            events.report(named, number, numberPlace, findings);
            events.details(named, number, whole, findings);
        }
    }
}
