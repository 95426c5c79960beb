package epro.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How one role reaches the database.
 *
 * @param url without user and password
 */
public record DatabaseAccess(String url, String user, String password) {

    /** A new connection of this role; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The address with user and password in it, for tools that take nothing else. */
    public String urlWithLogin() {
        return url + "&user=" + user + "&password=" + password;
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
