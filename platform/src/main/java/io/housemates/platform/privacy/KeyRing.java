package io.housemates.platform.privacy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Some data keys, as they were a moment ago.
 *
 * @param erased ids of keys that were destroyed
 */
public record KeyRing(Map<String, DataKey> keys, Set<String> erased) {

    /** Whether the key is here or known to be destroyed. */
    public boolean knows(String keyId) {
        return keys.containsKey(keyId) || erased.contains(keyId);
    }

    /** Both together. */
    public KeyRing with(KeyRing other) {
        Map<String, DataKey> all = new HashMap<>(keys);
        all.putAll(other.keys);
        Set<String> gone = new HashSet<>(erased);
        gone.addAll(other.erased);
        return new KeyRing(all, gone);
    }

    /**
     * Null when there is nothing to open: the key is destroyed, or nothing was sealed.
     *
     * @throws UnknownKeyException when the key has not arrived
     */
    public byte[] open(Sealed sealed) {
        return sealed == null || erased.contains(sealed.keyId()) ? null : sealed.open(key(sealed.keyId()));
    }

    private DataKey key(String id) {
        DataKey key = keys.get(id);
        if (key == null) {
            throw new UnknownKeyException(id);
        }
        return key;
    }
}
