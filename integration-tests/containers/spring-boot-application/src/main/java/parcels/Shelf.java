package parcels;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Where the parcels are. */
@Component
class Shelf {
    private final Map<String, String> places = new ConcurrentHashMap<>();

    void put(String parcel, String place) {
        places.put(parcel, place);
    }

    String placeOf(String parcel) {
        return places.getOrDefault(parcel, "nowhere");
    }
}
