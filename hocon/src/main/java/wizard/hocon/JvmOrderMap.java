package wizard.hocon;

import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A hash map that is walked in the order the JVM's is. Nothing should depend on that, but which of two errors in a file is
 * reported does: the library resolves an object's fields as its map hands them out.
 *
 * The order: by the low bits of the hash, its high half mixed in; within a slot as added; the table doubles at three quarters full.
 */
public final class JvmOrderMap<K, V> extends HashMap<K, V> {
    private static final int FIRST_CAPACITY = 16;

    private Slot<K, V>[] table;
    private int firstCapacity;
    private int size;

    public JvmOrderMap() {
        this(FIRST_CAPACITY);
    }

    public JvmOrderMap(int capacity) {
        firstCapacity = 1;
        while (firstCapacity < capacity) {
            firstCapacity *= 2;
        }
    }

    public JvmOrderMap(int capacity, float loadFactor) {
        this(capacity);
    }

    public JvmOrderMap(Map<? extends K, ? extends V> other) {
        this((int) (other.size() / 0.75f + 1));
        for (Map.Entry<? extends K, ? extends V> entry : other.entrySet()) {
            put(entry.getKey(), entry.getValue());
        }
    }

    private static final class Slot<K, V> extends AbstractMap.SimpleEntry<K, V> {
        final int hash;
        Slot<K, V> next;

        Slot(int hash, K key, V value) {
            super(key, value);
            this.hash = hash;
        }
    }

    private static int hash(Object key) {
        int hash = key == null ? 0 : key.hashCode();
        return hash ^ (hash >>> 16);
    }

    private Slot<K, V> find(Object key) {
        if (table == null) {
            return null;
        }
        int hash = hash(key);
        Slot<K, V> slot = table[hash & (table.length - 1)];
        while (slot != null && !(slot.hash == hash && (key == null ? slot.getKey() == null : key.equals(slot.getKey())))) {
            slot = slot.next;
        }
        return slot;
    }

    @SuppressWarnings("unchecked")
    private Slot<K, V>[] newTable(int capacity) {
        return new Slot[capacity];
    }

    private static <K, V> void append(Slot<K, V>[] table, Slot<K, V> slot) {
        int index = slot.hash & (table.length - 1);
        Slot<K, V> last = table[index];
        if (last == null) {
            table[index] = slot;
            return;
        }
        while (last.next != null) {
            last = last.next;
        }
        last.next = slot;
    }

    @Override
    public V put(K key, V value) {
        Slot<K, V> found = find(key);
        if (found != null) {
            return found.setValue(value);
        }
        if (table == null) {
            table = newTable(firstCapacity);
        }
        append(table, new Slot<>(hash(key), key, value));
        size++;
        if (size > table.length * 0.75f) {
            grow();
        }
        return null;
    }

    private void grow() {
        Slot<K, V>[] old = table;
        table = newTable(old.length * 2);
        for (Slot<K, V> slot : old) {
            while (slot != null) {
                Slot<K, V> next = slot.next;
                slot.next = null;
                append(table, slot);
                slot = next;
            }
        }
    }

    @Override
    public V get(Object key) {
        Slot<K, V> slot = find(key);
        return slot == null ? null : slot.getValue();
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    @Override
    public V remove(Object key) {
        Slot<K, V> gone = find(key);
        if (gone == null) {
            return null;
        }
        int index = gone.hash & (table.length - 1);
        if (table[index] == gone) {
            table[index] = gone.next;
        } else {
            Slot<K, V> before = table[index];
            while (before.next != gone) {
                before = before.next;
            }
            before.next = gone.next;
        }
        size--;
        return gone.getValue();
    }

    @Override
    public void putAll(Map<? extends K, ? extends V> other) {
        for (Map.Entry<? extends K, ? extends V> entry : other.entrySet()) {
            put(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public void clear() {
        table = null;
        size = 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    private final class Slots implements Iterator<Map.Entry<K, V>> {
        private int index = -1;
        private Slot<K, V> next;
        private Slot<K, V> last;

        Slots() {
            advance();
        }

        private void advance() {
            next = next == null ? null : next.next;
            while (next == null && table != null && ++index < table.length) {
                next = table[index];
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Map.Entry<K, V> next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            last = next;
            advance();
            return last;
        }

        @Override
        public void remove() {
            JvmOrderMap.this.remove(last.getKey());
        }
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<Map.Entry<K, V>>() {
            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Slots();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    @Override
    public Set<K> keySet() {
        return new AbstractSet<K>() {
            @Override
            public Iterator<K> iterator() {
                Slots slots = new Slots();
                return new Iterator<K>() {
                    @Override
                    public boolean hasNext() {
                        return slots.hasNext();
                    }

                    @Override
                    public K next() {
                        return slots.next().getKey();
                    }

                    @Override
                    public void remove() {
                        slots.remove();
                    }
                };
            }

            @Override
            public boolean contains(Object key) {
                return containsKey(key);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    @Override
    public Collection<V> values() {
        return new AbstractCollection<V>() {
            @Override
            public Iterator<V> iterator() {
                Slots slots = new Slots();
                return new Iterator<V>() {
                    @Override
                    public boolean hasNext() {
                        return slots.hasNext();
                    }

                    @Override
                    public V next() {
                        return slots.next().getValue();
                    }

                    @Override
                    public void remove() {
                        slots.remove();
                    }
                };
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
