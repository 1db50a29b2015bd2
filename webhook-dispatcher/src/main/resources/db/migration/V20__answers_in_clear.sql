-- What receivers answered is sealed from now on, whatever the event; what was kept in clear may repeat tokens and is forgotten.
UPDATE attempt SET response_head = NULL WHERE response_head <> '';
