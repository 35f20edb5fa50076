alter table sync
  add column reading jsonb not null default '[]',       -- [{part, since, pages, done, total}]: how far each part of the read is
  add column sizes   jsonb;                             -- the inventory's before and after; null unless the run changed it

alter table sync
  add column attempt   int not null default 1,          -- how many in a row this one makes
  add column retry_at  timestamptz;                     -- it failed, and another one follows by itself; null once that is queued
create index sync_to_be_tried_again on sync (retry_at) where retry_at is not null;
