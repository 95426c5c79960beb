package epro.lane;

import java.util.Locale;

/** What can be wrong with a chain. */
public enum ChainFault {
    /** The sequence has a hole. */
    ENTRY_MISSING,
    /** Two entries have the same sequence. */
    ENTRY_DUPLICATED,
    /** The readable columns are not what was hashed. */
    ENTRY_ALTERED,
    /** The stored hash is not the hash of the stored bytes. */
    HASH_DIFFERS,
    /** The entry does not follow the one before it. */
    LINK_BROKEN,
    /** The lane's row says another end than the last entry. */
    HEAD_DIFFERS,
    /** A checkpoint's head names an entry that is not there. */
    ANCHORED_ENTRY_MISSING,
    /** A checkpoint's head names another hash for the entry. */
    ANCHORED_ENTRY_DIFFERS,
    /** What an earlier epoch had anchored is not there any more: a restore from backup lost it. */
    TAIL_LOST,
    /** A checkpoint was signed with another key than the pinned one. */
    CHECKPOINT_KEY,
    /** A checkpoint's signature does not verify. */
    CHECKPOINT_SIGNATURE,
    /** A checkpoint's root is not that of its heads. */
    CHECKPOINT_ROOT,
    /** A number is missing before this checkpoint. */
    CHECKPOINT_MISSING,
    /** A checkpoint does not cite the root of the one before it. */
    CHECKPOINT_CHAIN;

    /** The stable word for scripts, such as {@code entry-missing}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
