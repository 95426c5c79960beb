package epro.lane;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the chains of one service can be read: its tables, or an export of them. */
public interface ChainSource {

    /** Every lane that has a row or an entry, by name. */
    List<String> lanes() throws SQLException;

    /** Hands over a lane's entries one at a time, in the order of their sequences. */
    void entries(String lane, Consumer<StoredEntry> reader) throws SQLException;

    /** How far the lane's row says that the chain has grown. */
    Optional<ChainHead> head(String lane) throws SQLException;

    /** Of those heads whose entry is not there with their hash, what is wrong; by their places in the list. */
    Map<Integer, ChainFault> lookUp(List<ChainHead> named) throws SQLException;
}
