-- What lists need of a booking is kept beside its terms by the database itself, whichever version of the service writes.
CREATE FUNCTION booking_search_filled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT b.created_at, b.start_date, b.status, b.operator_id INTO NEW.created_at, NEW.start_date, NEW.status, NEW.operator_id
      FROM booking b WHERE b.id = NEW.booking_id;
    RETURN NEW;
END $$;
CREATE TRIGGER booking_search_filled BEFORE INSERT ON booking_search FOR EACH ROW EXECUTE FUNCTION booking_search_filled();

CREATE FUNCTION booking_status_followed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE booking_search SET status = NEW.status WHERE booking_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER booking_status_followed AFTER UPDATE OF status ON booking FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION booking_status_followed();

-- Written before this by a service that did not know of it.
UPDATE booking_search s SET status = b.status FROM booking b WHERE b.id = s.booking_id AND b.status <> s.status;
