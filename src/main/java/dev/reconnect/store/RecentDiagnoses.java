package dev.reconnect.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.UUID;

/** The questions of the newest stored diagnoses, one by one, without ever holding all of them. */
@ApplicationScoped
public class RecentDiagnoses {

    /** What was asked, as JSON; not copied. */
    public record Asked(UUID id, byte[] request) {}

    private static final int PAGE = 500;
    private static final String FIRST = "select d.id, d.made_at, t.request from diagnosis d"
            + " join diagnosis_text t on t.id = d.id order by d.made_at desc, d.id desc limit ?";
    private static final String NEXT = "select d.id, d.made_at, t.request from diagnosis d"
            + " join diagnosis_text t on t.id = d.id where d.made_at <= ? and (d.made_at < ? or d.id < ?)"
            + " order by d.made_at desc, d.id desc limit ?";

    private final Database database;

    RecentDiagnoses(Database database) {
        this.database = database;
    }

    /**
     * Newest first; read page by page while it is walked through.
     *
     * @throws StoreUnavailableException while walking, if the database does not answer
     */
    public Iterable<Asked> newest(int most) {
        return () -> new Walk(most);
    }

    private final class Walk implements Iterator<Asked> {

        private final Deque<Asked> page = new ArrayDeque<>();
        private int left;
        private boolean ended;
        private OffsetDateTime lastMadeAt;
        private UUID lastId;

        Walk(int most) {
            this.left = most;
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && left > 0 && !ended) {
                read();
            }
            return !page.isEmpty();
        }

        @Override
        public Asked next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.remove();
        }

        private void read() {
            int wanted = Math.min(PAGE, left);
            try (Connection connection = database.open().getConnection();
                    PreparedStatement query = connection.prepareStatement(lastId == null ? FIRST : NEXT)) {
                int parameter = 1;
                if (lastId != null) {
                    query.setObject(parameter++, lastMadeAt);
                    query.setObject(parameter++, lastMadeAt);
                    query.setObject(parameter++, lastId);
                }
                query.setInt(parameter, wanted);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        lastId = rows.getObject(1, UUID.class);
                        lastMadeAt = rows.getObject(2, OffsetDateTime.class);
                        page.add(new Asked(lastId, Packed.unpack(rows.getBytes(3))));
                    }
                }
            } catch (SQLException e) {
                throw new StoreUnavailableException("the database does not answer", e);
            }
            ended = page.size() < wanted;
            left -= page.size();
        }
    }
}
