-- What a new till is told: of all that was said of a product, what still holds. Of fields that all stores share
-- and of photos the tables that the changes come to say which change holds; here are the two that were lacking.
-- So joining costs what there is, however often it was changed.

-- A tag is known by its letters as they were sent, of any length: tills may fold more of them into one.
CREATE TABLE product_tags (
    product uuid NOT NULL,
    tag bytea NOT NULL,  -- their SHA-256
    change uuid NOT NULL,
    PRIMARY KEY (product, tag)
);

-- Fields that are each store's own, where they were changed since the product was made.
CREATE TABLE store_fields (
    product uuid NOT NULL,
    store text NOT NULL REFERENCES stores,
    name text NOT NULL,
    change uuid NOT NULL,
    PRIMARY KEY (product, store, name)
);

CREATE INDEX movements_of_store ON changes (store, key, seq) WHERE kind = 'movement';

CREATE FUNCTION changes_that_hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = snapshelf, pg_temp AS $$
DECLARE
    said_of uuid := key_as_product(NEW.key);
BEGIN
    IF said_of IS NULL THEN
        RETURN NULL;
    END IF;
    IF NEW.kind = 'tag' AND jsonb_typeof(NEW.body -> 'tag') = 'string' THEN
        INSERT INTO product_tags (product, tag, change)
            VALUES (said_of, sha256(convert_to(NEW.body ->> 'tag', 'UTF8')), NEW.id)
            ON CONFLICT ON CONSTRAINT product_tags_pkey
                DO UPDATE SET change = excluded.change WHERE excluded.change > product_tags.change;
    ELSIF NEW.kind = 'fields' AND jsonb_typeof(NEW.body -> 'fields') = 'object' THEN
        INSERT INTO store_fields (product, store, name, change)
            SELECT said_of, NEW.store, name, NEW.id FROM unnest(ARRAY['location', 'low']) AS name
                WHERE NEW.body -> 'fields' ? name
            ON CONFLICT ON CONSTRAINT store_fields_pkey
                DO UPDATE SET change = excluded.change WHERE excluded.change > store_fields.change;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER changes_that_hold AFTER INSERT ON changes FOR EACH ROW
    WHEN (NEW.kind = 'tag' OR NEW.kind = 'fields' AND NEW.body -> 'fields' ?| ARRAY['location', 'low'])
    EXECUTE FUNCTION changes_that_hold();

INSERT INTO product_tags (product, tag, change)
    SELECT DISTINCT ON (1, 2) key_as_product(key), sha256(convert_to(body ->> 'tag', 'UTF8')), id FROM changes
        WHERE kind = 'tag' AND key_as_product(key) IS NOT NULL AND jsonb_typeof(body -> 'tag') = 'string'
        ORDER BY 1, 2, id DESC;
INSERT INTO store_fields (product, store, name, change)
    SELECT DISTINCT ON (1, 2, 3) key_as_product(key), store, name, id FROM changes
        CROSS JOIN unnest(ARRAY['location', 'low']) AS name
        WHERE kind = 'fields' AND key_as_product(key) IS NOT NULL AND jsonb_typeof(body -> 'fields') = 'object'
            AND body -> 'fields' ? name
        ORDER BY 1, 2, 3, id DESC;

GRANT SELECT ON product_tags, store_fields TO snapshelf_reader, snapshelf_till, snapshelf_manager;
