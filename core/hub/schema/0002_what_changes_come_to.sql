-- What the changes come to, as far as a search across stores asks for it: products, their photos, and what each
-- store has of them. Kept by the hub as changes come, in whatever order: of two that say something of one thing
-- the one of the greater id holds, as on every till.

CREATE TABLE product_fields (
    product uuid NOT NULL,
    name text NOT NULL,
    value jsonb NOT NULL,
    change uuid NOT NULL,
    PRIMARY KEY (product, name)
);

CREATE TABLE product_photos (
    product uuid NOT NULL,
    photo text NOT NULL,
    kind text NOT NULL,
    gained boolean NOT NULL,
    change uuid NOT NULL,
    PRIMARY KEY (product, photo)
);
CREATE INDEX product_photos_by_photo ON product_photos (photo) WHERE gained;

-- A store's stock is known if the latest movement that says something of it, and was not undone, says so: the
-- latest by the movements' ids, as on every till. «seq» is of the movement that came last.
CREATE TABLE stock_by_store (
    store text NOT NULL REFERENCES stores,
    product uuid NOT NULL,
    quantity_milli bigint NOT NULL,
    known boolean NOT NULL,
    seq bigint NOT NULL,
    PRIMARY KEY (product, store)
);
CREATE INDEX stock_by_store_by_seq ON stock_by_store (seq);
CREATE INDEX movements_that_tell ON changes (key, store, id)
    WHERE kind = 'movement' AND jsonb_typeof(body -> 'counted') = 'number';
CREATE INDEX movements_by_undone ON changes ((body ->> 'undo_of'))
    WHERE kind = 'movement' AND jsonb_typeof(body -> 'undo_of') = 'string';

-- What no till of ours can have said is passed over here as the tills pass it over: it must not stop others.
CREATE FUNCTION changes_come_to() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = snapshelf, pg_temp AS $$
DECLARE
    product uuid;
BEGIN
    IF NOT pg_input_is_valid(NEW.key, 'uuid') THEN
        RETURN NULL;
    END IF;
    product := NEW.key::uuid;
    IF NEW.kind IN ('product', 'fields') AND jsonb_typeof(NEW.body -> 'fields') = 'object' THEN
        INSERT INTO product_fields (product, name, value, change)
            SELECT product, field.key, field.value, NEW.id FROM jsonb_each(NEW.body -> 'fields') AS field
            ON CONFLICT ON CONSTRAINT product_fields_pkey
                DO UPDATE SET value = excluded.value, change = excluded.change
                WHERE excluded.change > product_fields.change;
    ELSIF NEW.kind = 'deleted' THEN
        INSERT INTO product_fields (product, name, value, change) VALUES (product, 'deleted', '1', NEW.id)
            ON CONFLICT DO NOTHING;
    ELSIF NEW.kind = 'photo' AND NEW.body ->> 'sha256' ~ '^[0-9a-f]{64}$' THEN
        INSERT INTO product_photos (product, photo, kind, gained, change)
            VALUES (
                product, NEW.body ->> 'sha256', coalesce(NEW.body ->> 'kind', ''),
                coalesce(NEW.body -> 'gained' = '1', false), NEW.id
            )
            ON CONFLICT ON CONSTRAINT product_photos_pkey
                DO UPDATE SET kind = excluded.kind, gained = excluded.gained, change = excluded.change
                WHERE excluded.change > product_photos.change;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER changes_come_to AFTER INSERT ON changes FOR EACH ROW EXECUTE FUNCTION changes_come_to();

CREATE FUNCTION movements_add_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
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
    INSERT INTO stock_by_store (store, product, quantity_milli, known, seq)
        VALUES (NEW.store, NEW.key::uuid, (NEW.body ->> 'quantity')::bigint, coalesce(says, false), NEW.seq)
        ON CONFLICT (product, store) DO UPDATE SET
            quantity_milli = stock_by_store.quantity_milli + excluded.quantity_milli,
            known = CASE WHEN tells THEN excluded.known ELSE stock_by_store.known END,
            seq = excluded.seq;
    RETURN NULL;
END $$;
CREATE TRIGGER movements_add_up AFTER INSERT ON changes FOR EACH ROW WHEN (
    NEW.kind = 'movement' AND pg_input_is_valid(NEW.key, 'uuid') AND NEW.body ->> 'quantity' ~ '^-?[0-9]{1,15}$'
) EXECUTE FUNCTION movements_add_up();

-- What a shop would show: neither deleted, nor put away, nor merged into another.
CREATE VIEW live_products AS
    SELECT sku.product, sku.value #>> '{}' AS sku, title.value #>> '{}' AS title,
        category.value #>> '{}' AS category,
        CASE WHEN price.value ->> 0 ~ '^[0-9]{1,15}$' THEN (price.value ->> 0)::bigint END AS price_minor,
        price.value ->> 1 AS currency
    FROM product_fields AS sku
    LEFT JOIN product_fields AS title ON title.product = sku.product AND title.name = 'title'
    LEFT JOIN product_fields AS category ON category.product = sku.product AND category.name = 'category'
    LEFT JOIN product_fields AS price ON price.product = sku.product AND price.name = 'price'
    WHERE sku.name = 'sku' AND NOT EXISTS (
        SELECT FROM product_fields AS gone WHERE gone.product = sku.product AND (
            gone.name = 'deleted' OR gone.name = 'archived' AND gone.value = '1'
            OR gone.name = 'merged' AND gone.value <> 'null'
        )
    );

GRANT SELECT ON product_fields, product_photos, stock_by_store, live_products
    TO snapshelf_reader, snapshelf_till, snapshelf_manager;
