package io.housemates.platform.privacy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Some data keys, as they were a moment ago.
 *
 * @param erased ids of keys that were destroyed
 * @param unusable ids of keys that are here but that the operator's keyset does not open
 */
public record KeyRing(Map<String, DataKey> keys, Set<String> erased, Set<String> unusable) {

    /** Whether the key is here, usable or not, or known to be destroyed. */
    public boolean knows(String keyId) {
        return keys.containsKey(keyId) || erased.contains(keyId) || unusable.contains(keyId);
    }

    /** Both together. */
    public KeyRing with(KeyRing other) {
        Map<String, DataKey> all = new HashMap<>(keys);
        all.putAll(other.keys);
        return new KeyRing(all, both(erased, other.erased), both(unusable, other.unusable));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /**
     * Null when there is nothing to open: the key is destroyed, or nothing was sealed.
     *
     * @throws UnknownKeyException when the key has not arrived
     * @throws UnusableKeyException when the operator's keyset does not open it
     */
    public byte[] open(Sealed sealed) {
        return sealed == null || erased.contains(sealed.keyId()) ? null : sealed.open(key(sealed.keyId()));
    }

    private DataKey key(String id) {
        if (unusable.contains(id)) {
            throw new UnusableKeyException(id);
        }
        DataKey key = keys.get(id);
        if (key == null) {
            throw new UnknownKeyException(id);
        }
        return key;
    }
}
