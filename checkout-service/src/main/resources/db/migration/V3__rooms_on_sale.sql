-- What a search for rooms reads, kept in the room so that it never has to look at booking periods: written by the import and
-- by withdrawals after every change of a room, its property or its periods. A room without a period on sale has no price
-- and is not found.
ALTER TABLE room
    ADD COLUMN currency_decimals   smallint,
    -- the cheapest period on sale, per week, in major units
    ADD COLUMN price               numeric,
    -- the start dates of the periods on sale
    ADD COLUMN move_in_dates       datemultirange,
    ADD COLUMN operator_id         uuid,
    -- lower case
    ADD COLUMN city                text,
    ADD COLUMN country             text,
    -- the names of universities, lower case
    ADD COLUMN university_keys     text[] NOT NULL DEFAULT '{}';

UPDATE room SET currency_decimals = CASE
        WHEN currency IN ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') THEN 0
        WHEN currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 3
        ELSE 2 END,
    university_keys = ARRAY(SELECT lower(u) FROM jsonb_array_elements_text(universities) u);
ALTER TABLE room ALTER COLUMN currency_decimals SET NOT NULL;

UPDATE room r SET operator_id = p.operator_id, city = lower(p.city), country = p.country
  FROM property p WHERE p.id = r.property_id;
UPDATE room r SET price = s.cheapest / power(10::numeric, r.currency_decimals), move_in_dates = s.dates
  FROM (SELECT room_id, min(price_per_week) AS cheapest, range_agg(daterange(start_date, start_date, '[]')) AS dates
          FROM booking_period WHERE withdrawn_at IS NULL GROUP BY room_id) s
 WHERE s.room_id = r.id AND r.withdrawn_at IS NULL;

-- one way in for each filter, in the order of the price; partial, so that what is not on sale costs nothing
CREATE INDEX room_on_sale_price ON room (price, id) WHERE price IS NOT NULL;
CREATE INDEX room_on_sale_name ON room (lower(name), id) WHERE price IS NOT NULL;
CREATE INDEX room_on_sale_city ON room (city, price, id) WHERE price IS NOT NULL;
CREATE INDEX room_on_sale_country ON room (country, price, id) WHERE price IS NOT NULL;
CREATE INDEX room_on_sale_operator ON room (operator_id, price, id) WHERE price IS NOT NULL;
CREATE INDEX room_on_sale_property ON room (property_id, price, id) WHERE price IS NOT NULL;
CREATE INDEX room_on_sale_university ON room USING gin (university_keys) WHERE price IS NOT NULL;
CREATE INDEX room_on_sale_move_in ON room USING gist (move_in_dates) WHERE price IS NOT NULL;

-- the search looks at cities in rooms
DROP INDEX property_city;
