-- What tills ask of the hub beside the changes: what the other stores have, and the files of photos.

-- Kept as movements come, after their sum: triggers go by their names, and «changes_come_to» and
-- «movements_add_up» come before «movements_tell». A store's stock is known if the latest movement that says
-- something of it, and was not
-- undone, says so: the latest by the movements' ids, as on every till. «seq» is of the movement that came last.
ALTER TABLE stock_by_store ADD COLUMN known boolean NOT NULL DEFAULT false, ADD COLUMN seq bigint NOT NULL DEFAULT 0;
CREATE INDEX stock_by_store_by_seq ON stock_by_store (seq);
CREATE INDEX movements_that_tell ON changes (key, store, id)
    WHERE kind = 'movement' AND jsonb_typeof(body -> 'counted') = 'number';
CREATE INDEX movements_by_undone ON changes ((body ->> 'undo_of'))
    WHERE kind = 'movement' AND jsonb_typeof(body -> 'undo_of') = 'string';

CREATE FUNCTION movements_tell() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = snapshelf, pg_temp AS $$
DECLARE
    tells boolean := jsonb_typeof(NEW.body -> 'counted') = 'number' OR jsonb_typeof(NEW.body -> 'undo_of') = 'string';
    says boolean := false;
BEGIN
    IF tells THEN
        SELECT telling.body -> 'counted' = '1' INTO says FROM changes AS telling
            WHERE telling.kind = 'movement' AND telling.key = NEW.key AND telling.store = NEW.store
                AND jsonb_typeof(telling.body -> 'counted') = 'number'
                AND NOT EXISTS (
                    SELECT FROM changes AS later
                    WHERE later.kind = 'movement' AND jsonb_typeof(later.body -> 'undo_of') = 'string'
                        AND later.body ->> 'undo_of' = telling.id::text
                )
            ORDER BY telling.id DESC LIMIT 1;
    END IF;
    UPDATE stock_by_store SET seq = NEW.seq, known = CASE WHEN tells THEN coalesce(says, false) ELSE known END
        WHERE product = NEW.key::uuid AND store = NEW.store;
    RETURN NULL;
END $$;
CREATE TRIGGER movements_tell AFTER INSERT ON changes
    FOR EACH ROW WHEN (NEW.kind = 'movement') EXECUTE FUNCTION movements_tell();

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
