-- Keys that were destroyed long ago: nothing can ask for them any more.
CREATE INDEX data_key_erased_at ON data_key (erased_at) WHERE erased_at IS NOT NULL;
