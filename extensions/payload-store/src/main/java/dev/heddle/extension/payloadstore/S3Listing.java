package dev.heddle.extension.payloadstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One page of the objects of a bucket.
 *
 * @param next where the next one begins, or {@code null} after the last
 */
record S3Listing(List<StoredObject> objects, String next) {
    /** Reads what S3 answers. */
    static S3Listing of(byte[] xml) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<StoredObject> objects = new ArrayList<>();
        String next = null;
        String key = null;
        long size = 0;
        Instant stored = Instant.EPOCH;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && reader.getLocalName().equals("Contents")) {
                    objects.add(new StoredObject(key, size, stored));
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "Key" -> key = reader.getElementText();
                        case "Size" ->
                            size = Long.parseLong(reader.getElementText().strip());
                        case "LastModified" ->
                            stored = Instant.parse(reader.getElementText().strip());
                        case "NextContinuationToken" -> next = reader.getElementText();
                        default -> {}
                    }
                }
            }
        } catch (XMLStreamException | NumberFormatException | DateTimeParseException none) {
            throw new IOException("its list of objects cannot be read", none);
        }
        return new S3Listing(objects, next);
    }
}
