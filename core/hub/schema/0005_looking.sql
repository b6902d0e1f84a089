-- Which photos a network is to be shown by «hub embed». A row goes in the transaction that stores the vector, so
-- that a worker that dies leaves it for the next one, and none is looked at twice.

CREATE TABLE to_look_at (
    fingerprint text NOT NULL REFERENCES networks,
    photo text NOT NULL,
    PRIMARY KEY (fingerprint, photo)
);

-- Photos that cannot be shown to a network, and why: they are not tried again.
CREATE TABLE not_looked_at (
    fingerprint text NOT NULL REFERENCES networks,
    photo text NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (fingerprint, photo)
);

GRANT SELECT ON to_look_at, not_looked_at TO snapshelf_reader, snapshelf_till, snapshelf_manager;
GRANT INSERT, DELETE, UPDATE ON to_look_at TO snapshelf_manager;
GRANT INSERT, DELETE ON not_looked_at TO snapshelf_manager;
