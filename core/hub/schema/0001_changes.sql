-- What every hub has: whose it is, who may come in, and the one log of changes that everything follows from.

CREATE TABLE hub (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    needs integer NOT NULL DEFAULT 1  -- what a program must speak at least
);
INSERT INTO hub DEFAULT VALUES;

CREATE TABLE stores (
    name text PRIMARY KEY CHECK (name <> ''),
    made timestamptz NOT NULL DEFAULT now()
);

-- A login of PostgreSQL and what it is for us; made by «hub let-in», never by a till.
CREATE TABLE logins (
    name name PRIMARY KEY,
    role text NOT NULL CHECK (role IN ('till', 'manager', 'reader')),
    store text REFERENCES stores,
    made timestamptz NOT NULL DEFAULT now(),
    locked_out timestamptz,
    CHECK (role <> 'till' OR store IS NOT NULL)
);

-- A shop folder that joined. Its id is made where it joined.
CREATE TABLE tills (
    id uuid PRIMARY KEY,
    store text NOT NULL REFERENCES stores,
    login name NOT NULL DEFAULT session_user,
    computer text NOT NULL DEFAULT '',
    joined timestamptz NOT NULL DEFAULT now(),
    seen timestamptz NOT NULL DEFAULT now(),
    cursor bigint NOT NULL DEFAULT 0,  -- up to where it has read the changes, as it said last
    has_left timestamptz
);

CREATE TABLE changes (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    store text NOT NULL REFERENCES stores,
    till uuid NOT NULL REFERENCES tills,
    clock bigint NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    body jsonb NOT NULL,
    login name NOT NULL DEFAULT session_user,
    received timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX changes_by_till ON changes (till, seq);

-- Numbers of an identity column are given before they can be seen: without this a till that reads «seq > cursor»
-- could pass by a change whose transaction ended later. Who adds changes waits for whoever adds some at the
-- moment; the lock is let go after the transaction can be seen, so what is seen has no gap that fills later.
CREATE FUNCTION changes_in_turn() RETURNS trigger LANGUAGE plpgsql
    SET search_path = snapshelf, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(1399742832, 1);
    RETURN NULL;
END $$;
CREATE TRIGGER changes_in_turn BEFORE INSERT ON changes
    FOR EACH STATEMENT EXECUTE FUNCTION changes_in_turn();

-- Who sent a change, and when it came, is the hub's own knowledge; what a till says of it does not count. Whoever
-- was locked out, or speaks for another store or till, is told so. Whoever owns the hub may write for anybody.
CREATE FUNCTION changes_are_the_senders() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = snapshelf, pg_temp AS $$
DECLARE
    sender logins;
BEGIN
    NEW.login := session_user;
    NEW.received := now();
    SELECT * INTO sender FROM logins WHERE name = session_user;
    IF NOT FOUND THEN
        IF pg_has_role(session_user, current_user, 'USAGE') THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'nobody let % in', session_user USING ERRCODE = 'SH002';
    END IF;
    IF sender.locked_out IS NOT NULL THEN
        RAISE EXCEPTION '% is locked out', session_user USING ERRCODE = 'SH001';
    END IF;
    IF NOT EXISTS (
        SELECT FROM tills
        WHERE tills.id = NEW.till AND tills.store = NEW.store AND tills.login = session_user
    ) THEN
        RAISE EXCEPTION 'till % of % is not %''s', NEW.till, NEW.store, session_user USING ERRCODE = 'SH002';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER changes_are_the_senders BEFORE INSERT ON changes
    FOR EACH ROW EXECUTE FUNCTION changes_are_the_senders();

-- The three roles are the server's: several hubs on one server share them, and each database says what they may.
DO $$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['snapshelf_reader', 'snapshelf_till', 'snapshelf_manager'] LOOP
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA snapshelf TO snapshelf_reader, snapshelf_till, snapshelf_manager;
GRANT SELECT ON hub, migrations, stores, logins, tills, changes
    TO snapshelf_reader, snapshelf_till, snapshelf_manager;
GRANT INSERT (id, store, computer), UPDATE (computer, seen, cursor, has_left) ON tills
    TO snapshelf_till, snapshelf_manager;
GRANT INSERT (id, store, till, clock, kind, key, body) ON changes TO snapshelf_till, snapshelf_manager;
GRANT INSERT (name) ON stores TO snapshelf_manager;

ALTER TABLE logins ENABLE ROW LEVEL SECURITY;
CREATE POLICY ones_own ON logins FOR SELECT USING (name = session_user);

ALTER TABLE tills ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_by_all ON tills FOR SELECT USING (true);
CREATE POLICY joined_for_ones_store ON tills FOR INSERT WITH CHECK (
    login = session_user AND EXISTS (
        SELECT FROM logins
        WHERE logins.name = session_user AND locked_out IS NULL
          AND (role = 'manager' OR logins.store = tills.store)
    )
);
CREATE POLICY ones_own ON tills FOR UPDATE USING (login = session_user);

-- Sent changes are facts: nobody but the hub's owner changes or deletes one. Everybody reads all stores'.
ALTER TABLE changes ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_by_all ON changes FOR SELECT USING (true);
CREATE POLICY sent_as_oneself ON changes FOR INSERT WITH CHECK (login = session_user);
