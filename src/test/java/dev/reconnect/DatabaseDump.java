package dev.reconnect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Every value of every table as text, with what is packed unpacked. */
final class DatabaseDump {

    private DatabaseDump() {}

    static String of(Connection connection) throws SQLException, IOException {
        StringBuilder dump = new StringBuilder();
        for (String table : tables(connection)) {
            dump.append("-- ").append(table).append('\n');
            try (ResultSet rows = connection.createStatement().executeQuery("select * from \"" + table + '"')) {
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        dump.append(text(rows.getObject(i))).append('\t');
                    }
                    dump.append('\n');
                }
            }
        }
        return dump.toString();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                if (rows.getString("TABLE_SCHEM").toLowerCase(Locale.ROOT).equals("public")) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private static String text(Object value) throws IOException {
        if (!(value instanceof byte[] bytes)) {
            return String.valueOf(value);
        }
        boolean packed = bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        byte[] plain = packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
        return new String(plain, StandardCharsets.UTF_8);
    }
}
