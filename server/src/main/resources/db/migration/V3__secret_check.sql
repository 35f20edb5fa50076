-- ---------------------------------------------------------------- the master key's proof (written by package platform.secret)

-- One word, sealed with the key that seals everything now. Keys that do not open it are not those of this database.
create table secret_check (
  id      smallint primary key check (id = 1),
  sealed  bytea not null
);
