-- ---------------------------------------------------------------- validations (written by package validation)

-- What came of comparing the inventory with the source's own numbers. A sync makes one of what it has read; the others read anew.
create table validation (
  run_id          bigint primary key references sync on delete cascade,
  connector_id    int not null,
  sync_id         bigint not null,                      -- the last sync that had changed the inventory by then
  at              timestamptz not null,
  verdict         text not null check (verdict in ('MATCHES', 'EXPLAINED', 'UNEXPLAINED')),
  assets          jsonb not null,                       -- {vendor, inventory, differences: [{reason, count, examples}]}
  findings        jsonb,                                -- likewise; null where none were read
  irregularities  jsonb not null                        -- what does not fit together within the inventory itself
);
create index validation_by_connector on validation (connector_id, run_id desc);

-- ---------------------------------------------------------------- previews (written by package preview)

alter table sync
  add column trial jsonb;                               -- the data pulling that a preview tries; null: the connector's

-- What a sync would have changed, computed and thrown away.
create table preview (
  run_id        bigint primary key references sync on delete cascade,
  connector_id  int not null,
  at            timestamptz not null,
  counts        jsonb not null,                         -- as a sync has them
  guard         jsonb not null,                         -- {stops, percent, assetsLeaving, assetsBefore, findingsLeaving, findingsBefore}
  changes       jsonb not null                          -- [{of, change, reason, count, examples}]
);
