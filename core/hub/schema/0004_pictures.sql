-- The files of photos go through the hub, each once; and whoever waits for changes is told.

-- Whoever waits for changes hears of them when they can be seen.
CREATE FUNCTION changes_are_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('snapshelf_changes', '');
    RETURN NULL;
END $$;
CREATE TRIGGER changes_are_told AFTER INSERT ON changes FOR EACH STATEMENT EXECUTE FUNCTION changes_are_told();

-- A photo's file is what its name says, or it is not taken; a thumbnail is proven by whoever shows it.
CREATE TABLE pictures (
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    size text NOT NULL CHECK (size IN ('thumbnail', 'photo')),
    bytes bytea NOT NULL CHECK (octet_length(bytes) <= 20000000),
    login name NOT NULL DEFAULT session_user,
    PRIMARY KEY (sha256, size),
    CHECK (size <> 'photo' OR encode(sha256(bytes), 'hex') = sha256)
);
ALTER TABLE pictures ALTER COLUMN bytes SET STORAGE EXTERNAL;  -- JPEG does not get smaller

GRANT SELECT ON pictures TO snapshelf_reader, snapshelf_till, snapshelf_manager;
GRANT INSERT (sha256, size, bytes) ON pictures TO snapshelf_till, snapshelf_manager;
ALTER TABLE pictures ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_by_all ON pictures FOR SELECT USING (true);
CREATE POLICY sent_as_oneself ON pictures FOR INSERT WITH CHECK (
    login = session_user
    AND (
        NOT EXISTS (SELECT FROM logins WHERE logins.name = session_user)
        OR EXISTS (SELECT FROM logins WHERE logins.name = session_user AND locked_out IS NULL)
    )
);
