package xindang.platform.database;

import org.jspecify.annotations.Nullable;

/**
 * How to reach the database as one role (数据库连接).
 *
 * @param url JDBC address
 * @param user null if the address names it
 * @param password null if the address names it
 * @param role role to take on after connecting; null if the user is the role
 */
public record DatabaseLogin(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String role) {

    /** Never shows a password: an address may hold one. */
    @Override
    public String toString() {
        return "DatabaseLogin[" + url.replaceAll("\\?.*", "") + "]";
    }
}
