-- Which products a store sells: all of which one of its tills ever said something. A till that holds no more than
-- that reads the changes of these alone. With a product go the one that it was merged into and those that have
-- its SKU, for what a till shows of a product depends on them.

CREATE TABLE held_by_store (
    store text NOT NULL REFERENCES stores,
    product uuid NOT NULL,
    seq bigint NOT NULL,  -- of the change since which it is so
    PRIMARY KEY (store, product)
);
CREATE INDEX held_by_store_by_seq ON held_by_store (store, seq);
CREATE INDEX held_by_store_by_product ON held_by_store (product);
CREATE INDEX product_fields_by_sku ON product_fields USING hash (value) WHERE name = 'sku';
CREATE INDEX changes_by_key ON changes (key, seq);

-- Not in SQL: that would be put into the query, where the key is cast before it is looked at.
CREATE FUNCTION key_as_product(key text) RETURNS uuid LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF pg_input_is_valid(key, 'uuid') THEN
        RETURN key::uuid;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION goes_with(product uuid) RETURNS SETOF uuid LANGUAGE sql STABLE
    SET search_path = snapshelf, pg_temp
BEGIN ATOMIC
    SELECT other.product FROM product_fields AS own
        JOIN product_fields AS other ON other.name = 'sku' AND other.value = own.value
        WHERE own.product = goes_with.product AND own.name = 'sku'
    UNION
    SELECT key_as_product(value #>> '{}') FROM product_fields
        WHERE product_fields.product = goes_with.product AND name = 'merged'
            AND key_as_product(value #>> '{}') IS NOT NULL;
END;

-- Triggers go by their names: what the change comes to stands already.
CREATE FUNCTION stores_hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = snapshelf, pg_temp AS $$
DECLARE
    said_of uuid := key_as_product(NEW.key);
BEGIN
    IF said_of IS NULL THEN
        RETURN NULL;
    END IF;
    INSERT INTO held_by_store (store, product, seq) VALUES (NEW.store, said_of, NEW.seq) ON CONFLICT DO NOTHING;
    IF NOT FOUND AND NOT coalesce(
        jsonb_typeof(NEW.body -> 'fields') = 'object' AND NEW.body -> 'fields' ?| ARRAY['sku', 'merged'], false
    ) THEN
        RETURN NULL;
    END IF;
    IF EXISTS (SELECT FROM goes_with(said_of) AS near (product) WHERE near.product <> said_of) THEN
        WITH RECURSIVE reached (store, product) AS (
            SELECT store, product FROM (SELECT said_of AS product UNION SELECT goes_with(said_of)) AS near
                JOIN held_by_store USING (product)
            UNION
            SELECT store, goes_with(product) FROM reached
        )
        INSERT INTO held_by_store (store, product, seq) SELECT store, product, NEW.seq FROM reached
            ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER stores_hold AFTER INSERT ON changes FOR EACH ROW EXECUTE FUNCTION stores_hold();

INSERT INTO held_by_store (store, product, seq)
    SELECT store, key_as_product(key), min(seq) FROM changes WHERE key_as_product(key) IS NOT NULL GROUP BY 1, 2;
WITH RECURSIVE reached (store, product) AS (
    SELECT store, product FROM held_by_store
    UNION
    SELECT store, goes_with(product) FROM reached
)
INSERT INTO held_by_store (store, product, seq)
    SELECT store, product, (SELECT max(seq) FROM changes) FROM reached ON CONFLICT DO NOTHING;

GRANT SELECT ON held_by_store TO snapshelf_reader, snapshelf_till, snapshelf_manager;
