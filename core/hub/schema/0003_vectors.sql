-- What networks saw of photos. A photo is known by its picture's SHA-256, a network by its fingerprint; a vector
-- is a fact that nobody changes: a closer look is another row.

CREATE TABLE networks (
    fingerprint text PRIMARY KEY CHECK (fingerprint ~ '^[0-9a-f]{16}$'),
    name text NOT NULL,
    dim integer NOT NULL CHECK (dim BETWEEN 1 AND 16000),
    pooled integer NOT NULL CHECK (pooled BETWEEN 1 AND least(dim, 4000)),  -- the first numbers; they are indexed
    login name NOT NULL DEFAULT session_user,
    UNIQUE (fingerprint, dim)
);

CREATE TABLE vectors (
    fingerprint text NOT NULL,
    photo text NOT NULL CHECK (photo ~ '^[0-9a-f]{64}$'),
    looks smallint NOT NULL CHECK (looks BETWEEN 1 AND 100),
    vector halfvec NOT NULL,
    dim integer GENERATED ALWAYS AS (vector_dims(vector)) STORED,
    login name NOT NULL DEFAULT session_user,
    PRIMARY KEY (fingerprint, photo, looks),
    -- One of another length would break everybody's search.
    FOREIGN KEY (fingerprint, dim) REFERENCES networks (fingerprint, dim)
);
ALTER TABLE vectors ALTER COLUMN vector SET STORAGE EXTERNAL;  -- numbers of a network do not compress

GRANT SELECT ON networks, vectors TO snapshelf_reader, snapshelf_till, snapshelf_manager;
GRANT INSERT (fingerprint, name, dim, pooled) ON networks TO snapshelf_till, snapshelf_manager;
GRANT INSERT (fingerprint, photo, looks, vector) ON vectors TO snapshelf_till, snapshelf_manager;

ALTER TABLE networks ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_by_all ON networks FOR SELECT USING (true);
CREATE POLICY brought_as_oneself ON networks FOR INSERT WITH CHECK (
    login = session_user
    AND EXISTS (SELECT FROM logins WHERE logins.name = session_user AND locked_out IS NULL)
);
ALTER TABLE vectors ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_by_all ON vectors FOR SELECT USING (true);
CREATE POLICY sent_as_oneself ON vectors FOR INSERT WITH CHECK (
    login = session_user
    AND EXISTS (SELECT FROM logins WHERE logins.name = session_user AND locked_out IS NULL)
);
