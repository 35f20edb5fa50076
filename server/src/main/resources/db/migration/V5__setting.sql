-- ---------------------------------------------------------------- what administrators set (written by package platform.setting)

-- A setting that nobody has changed has no row; what it then is, the program says.
create table setting (
  key         text collate "C" primary key,
  value       text not null,
  changed_at  timestamptz not null,
  changed_by  text not null
);
