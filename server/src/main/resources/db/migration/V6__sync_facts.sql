alter table sync
  add column reading jsonb not null default '[]',       -- [{part, since, pages, done, total}]: how far each part of the read is
  add column sizes   jsonb;                             -- the inventory's before and after; null unless the run changed it
