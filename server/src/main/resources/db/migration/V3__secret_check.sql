-- ---------------------------------------------------------------- the master key's proof (written by package platform.secret)

-- One word, sealed with the master key: a key that does not open it is not the key of this database.
create table secret_check (
  id      smallint primary key check (id = 1),
  sealed  bytea not null
);
