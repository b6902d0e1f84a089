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

CREATE TABLE stock_by_store (
    store text NOT NULL REFERENCES stores,
    product uuid NOT NULL,
    quantity_milli bigint NOT NULL,
    PRIMARY KEY (product, store)
);

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
    ELSIF NEW.kind = 'movement' AND NEW.body ->> 'quantity' ~ '^-?[0-9]{1,15}$' THEN
        INSERT INTO stock_by_store (store, product, quantity_milli)
            VALUES (NEW.store, product, (NEW.body ->> 'quantity')::bigint)
            ON CONFLICT ON CONSTRAINT stock_by_store_pkey
                DO UPDATE SET quantity_milli = stock_by_store.quantity_milli + excluded.quantity_milli;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER changes_come_to AFTER INSERT ON changes FOR EACH ROW EXECUTE FUNCTION changes_come_to();

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
