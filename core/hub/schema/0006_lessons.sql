-- Lessons that stores learned, or the hub from all of them, each with its proof. A lesson is known by the SHA-256
-- of its numbers. It is an offer: each store examines it on its own photos before it uses it.

CREATE TABLE lessons (
    digest text PRIMARY KEY,
    fingerprint text NOT NULL REFERENCES networks,
    store text REFERENCES stores,  -- null: learned of all stores' photos
    made timestamptz NOT NULL DEFAULT now(),
    examples integer NOT NULL,
    held_out integer NOT NULL,
    before_top1 real,
    after_top1 real,
    gain_interval real[],
    mean bytea NOT NULL CHECK (octet_length(mean) <= 64000),
    matrix bytea NOT NULL CHECK (octet_length(matrix) <= 16400000),
    learned_from bytea NOT NULL CHECK (octet_length(learned_from) <= 16000000),
    login name NOT NULL DEFAULT session_user,
    CHECK (encode(sha256(mean || matrix || learned_from), 'hex') = digest)
);

GRANT SELECT ON lessons TO snapshelf_reader, snapshelf_till, snapshelf_manager;
GRANT INSERT (digest, fingerprint, store, examples, held_out, before_top1, after_top1, gain_interval, mean, matrix,
    learned_from) ON lessons TO snapshelf_till, snapshelf_manager;

ALTER TABLE lessons ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_by_all ON lessons FOR SELECT USING (true);
CREATE POLICY offered_as_oneself ON lessons FOR INSERT WITH CHECK (
    login = session_user AND EXISTS (
        SELECT FROM logins
        WHERE logins.name = session_user AND locked_out IS NULL
          AND (role = 'manager' OR logins.store = lessons.store)
    )
);
