package dev.heddle.opentelemetry;

/** A set of span IDs, as numbers in an array: it makes no object of one. None is 0, which is no ID. */
final class SpanIds {
    /** As many as half of it, in the place that the ID gives or the next free one; a power of two. */
    private long[] places = new long[256];

    private int size;

    int size() {
        return size;
    }

    boolean contains(long id) {
        return places[placeOf(id)] == id;
    }

    /** Adds an ID; says whether it was not there. */
    boolean add(long id) {
        int place = placeOf(id);
        if (places[place] == id) {
            return false;
        }
        places[place] = id;
        size++;
        if (2 * size > places.length) {
            grow();
        }
        return true;
    }

    /** Where an ID is, or would be. IDs are random or hashes: their last bits are as good as any. */
    private int placeOf(long id) {
        int last = places.length - 1;
        int place = (int) id & last;
        while (places[place] != 0 && places[place] != id) {
            place = place + 1 & last;
        }
        return place;
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        for (long id : before) {
            if (id != 0) {
                places[placeOf(id)] = id;
            }
        }
    }
}
