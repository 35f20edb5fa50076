-- Times are never taken from the database's clock: every timestamp is a parameter (see ADR 0003).
-- Keys are collated "C": a changed system locale must not corrupt an index. Case is folded in Java.

create extension if not exists pg_trgm;

-- ---------------------------------------------------------------- connectors (written by package connector)

create table connector (
  id            int generated always as identity primary key,
  type          text not null,
  name          text not null,
  name_key      text collate "C" not null unique,       -- the name folded, so that names are unique without regard to case
  settings      jsonb not null,                         -- by setting key, secrets excepted
  data_pulling  jsonb not null,
  connection    jsonb not null,                         -- secrets excepted
  schedule      jsonb,                                  -- null: manual only
  enabled       boolean not null default true,
  deleting      boolean not null default false,
  health        text not null default 'CONNECTING' check (health in ('CONNECTING', 'CONNECTED', 'FAILED')),
  revision      bigint not null default 1,              -- raised by every change a person makes: the ETag
  created_at    timestamptz not null,
  updated_at    timestamptz not null
);

create table connector_secret (
  connector_id  int not null references connector on delete cascade,
  key           text collate "C" not null,
  ciphertext    bytea not null,                         -- AEAD; connector id and key are the associated data
  primary key (connector_id, key)
);

-- ---------------------------------------------------------------- inventory (written by package inventory)

-- One row per connector: what holds for its whole part of the inventory.
create table connector_inventory (
  connector_id          int primary key,
  run_epoch             bigint not null default 0,      -- the fence: raised by every run that becomes this connector's writer
  version               bigint not null default 0,      -- raised by every applied change set
  assets_observed_at    timestamptz,                    -- start of the last sync whose endpoints part was complete
  findings_observed_at  timestamptz,                    -- likewise for findings: "last observed" of every open finding
  findings_ingested     boolean not null default true,  -- as last applied; false withholds every finding
  active_assets         int not null default 0,
  archived_assets       int not null default 0
);

-- What findings hang on: the name that assets bear.
create table asset_name (
  connector_id     int not null,
  id               int generated always as identity,
  name             text collate "C" not null check (octet_length(name) <= 512),
  folded           text collate "C" not null,           -- lower case, NFC, folded in Java: the order of lists, and "fails only by case"
  active_assets    int not null default 0,              -- how many ACTIVE assets bear it; 0 withholds its findings
  archived_assets  int not null default 0,
  critical         int not null default 0,              -- open findings in the inventory, by severity
  high             int not null default 0,
  medium           int not null default 0,
  low              int not null default 0,
  info             int not null default 0,
  exposure         bigint not null generated always as  -- one sort key of "by exposure": worst severity first, then how many
                     ((least(critical, 4095)::bigint << 48) + (least(high, 4095)::bigint << 36) + (least(medium, 4095)::bigint << 24)
                      + (least(low, 4095)::bigint << 12) + least(info, 4095)::bigint) stored,
  primary key (connector_id, id)
) with (fillfactor = 80);
create unique index asset_name_by_name on asset_name (connector_id, name);
create index asset_name_by_folded on asset_name (folded, connector_id, id);
create index asset_name_by_text on asset_name using gin (folded gin_trgm_ops);
create index asset_name_by_exposure on asset_name (exposure, connector_id, id) where active_assets > 0;

create table asset (
  connector_id       int not null,
  id                 int generated always as identity,
  external_id        text collate "C" not null check (octet_length(external_id) <= 512),
  name_id            int not null,
  folded_name        text collate "C" not null,         -- asset_name.folded once more, for lists by name: an index spans no two tables
  status             smallint not null,                 -- 1 ACTIVE, 2 ARCHIVED
  archived_reason    smallint,                          -- 1 NOT_RETURNED, 2 RETENTION, 3 VENDOR_STATUS, 4 FILTERED
  archived_at        timestamptz,
  operating_system   text,
  fqdn               text,
  ipv4               text[] not null,
  ipv6               text[] not null,
  mac                text[] not null,
  tags               text[] not null,
  custom             jsonb not null,
  search             text not null,                     -- name, FQDN, addresses: folded in Java, capped at 2 KB
  facets             text[] not null,                   -- folded 'os:…', 'tag:…', 'group:…', 'type:…': what the exact filters ask
  content_hash       uuid not null,                     -- over all that is mapped, but times and vendor status
  first_observed_at  timestamptz not null,
  first_seen_by_vendor boolean not null,                -- false: the vendor did not say; the first sync that saw it stands and never moves
  created_sync       bigint not null,
  changed_sync       bigint not null,
  primary key (connector_id, id),
  check ((status = 2) = (archived_reason is not null) and (status = 2) = (archived_at is not null))
) with (fillfactor = 90);
create unique index asset_by_external_id on asset (connector_id, external_id);
create index asset_by_name on asset (connector_id, name_id);
create index asset_by_search on asset using gin (search gin_trgm_ops);
create index asset_by_facets on asset using gin (facets);
create index asset_archived on asset (connector_id, id) where status = 2;
-- Lists walk along these, forwards or backwards, within one status: what is archived never lies in the way of what is not.
create index asset_by_folded_name on asset (status, folded_name, connector_id, id);
create index asset_by_first_observed on asset (status, first_observed_at, connector_id, id);

-- Values that assets bear or bore under 'facets' or as vendor status, as the vendor writes them: what filters offer. Thousands of rows at most, mostly dozens.
create table asset_facet (
  connector_id  int not null,
  facet         text collate "C" not null,              -- the token in 'facets', or 'status:…'
  label         text not null,
  primary key (connector_id, facet)
);

-- What moves at every sync for everybody, in one narrow row.
create table asset_sighting (
  connector_id            int not null,
  asset_id                int not null,
  status                  smallint not null,            -- asset.status once more, likewise
  last_observed_at        timestamptz not null,
  vendor_status           text,
  folded_vendor_status    text collate "C",             -- folded in Java: what the exact filter asks
  previous_observed_at    timestamptz,
  previous_vendor_status  text,
  primary key (connector_id, asset_id)
) with (fillfactor = 50);
create index asset_sighting_by_time on asset_sighting (status, last_observed_at, connector_id, asset_id);

-- Names an asset bore before: its findings under the new name go back to when the old ones began.
create table asset_former_name (
  connector_id  int not null,
  asset_id      int not null,
  name_id       int not null,
  until_sync    bigint not null,
  primary key (connector_id, asset_id, name_id)
);

create table weakness (
  id      int generated always as identity primary key,
  name    text collate "C" not null unique check (octet_length(name) <= 200),
  folded  text collate "C" not null                     -- lower case, NFC, folded in Java: the order of lists, and what is searched
);

-- A weakness as one connector knows it. Severity lives here: thousands of rows, not millions.
create table connector_weakness (
  connector_id          int not null,
  weakness_id           int not null references weakness,
  severity              smallint not null,              -- 4 CRITICAL … 0 INFO
  score                 numeric(4, 2),
  vendor_severity       text,
  description           text,
  folded_description    text collate "C",               -- folded in Java: what is searched
  excluded              boolean not null,
  affected_products     text[] not null,
  folded_products       text[] not null default '{}',   -- folded in Java: what the exact filter asks
  published_at          timestamptz,
  exploitability_score  numeric(4, 2),
  impact_score          numeric(4, 2),
  type                  text,
  rank                  int not null                    -- the one sort key of "by severity": severity, then score
                          generated always as (severity * 10000 + coalesce(score, 0) * 100) stored,
  ascending_rank        int not null                    -- likewise upwards: what has no score is the last of its severity either way
                          generated always as (severity * 10000 + coalesce(score, 99) * 100) stored,
  first_observed_at     timestamptz not null,
  listed_until          timestamptz,                    -- null while the vendor lists it; else the last complete sync that did
  open_count            int not null default 0,         -- findings in the inventory
  fixed_count           int not null default 0,
  affected_assets       int not null default 0,         -- ACTIVE assets with an open finding
  primary key (connector_id, weakness_id)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
-- A list unites the rows of a weakness by reading this and not the table, whose texts are twenty times as large. It can where a
-- page of the table has been vacuumed: hence sooner than usual.
create index connector_weakness_by_weakness on connector_weakness (weakness_id, connector_id)
  include (rank, excluded, open_count, fixed_count, affected_assets);
create index connector_weakness_by_product on connector_weakness using gin (folded_products);
create index connector_weakness_by_rank on connector_weakness (rank, connector_id, weakness_id);
create index connector_weakness_by_ascending_rank on connector_weakness (ascending_rank, connector_id, weakness_id);

-- No surrogate key: the public id is connector-name-weakness. One partition per connector, made at its first finding.
create table finding (
  connector_id       int not null,
  name_id            int not null,
  weakness_id        int not null,
  state              smallint not null,                 -- 1 ACTIVE, 2 RESURFACED, 3 FIXED
  standing           smallint not null                  -- state and reason of being withheld in one: every list reads some standings
                       generated always as (coalesce(withheld, 0) * 10 + state) stored,
  fixed_reason       smallint,                          -- 1 NOT_RETURNED, 2 EXCLUDED
  withheld           smallint,                          -- null: in the inventory; 1 ASSET_ARCHIVED, 2 NO_ASSET, 3 FILTERED, 4 ASSETS_ONLY
  first_observed_at  timestamptz not null,
  last_observed_at   timestamptz,                       -- null while open and not withheld: then the connector's findings_observed_at
  state_since        timestamptz not null,
  state_sync         bigint not null,                   -- the sync that gave it its state
  primary key (connector_id, name_id, weakness_id)
) partition by list (connector_id);
-- Each index is one order of lists within a standing, its last columns what tells findings apart: a page is a stretch of it. The
-- connector, though the same in all of a partition, stands among them, so that the partitions' orders merge into one.
create index finding_by_weakness on finding (connector_id, weakness_id, standing, name_id);
create index finding_by_first_observed on finding (standing, first_observed_at, connector_id, name_id, weakness_id);
create index finding_by_fixed on finding (standing, state_since, connector_id, name_id, weakness_id) where state = 3;

-- Which assets a finding stands on: those that bear its name.
create view finding_asset as
select f.connector_id, f.name_id, f.weakness_id, a.id as asset_id, a.status, a.facets
from finding f
join asset a on a.connector_id = f.connector_id and a.name_id = f.name_id;

-- History: applied change sets with what was before. Creation writes no line; the row itself says when.
create table asset_change (
  connector_id  int not null,
  sync_id       bigint not null,
  asset_id      int not null,
  kind          "char" not null,                        -- U updated, A archived, R restored, K reason of archiving changed
  reason        smallint,
  before        jsonb not null,
  primary key (connector_id, asset_id, sync_id)
);
create index asset_change_by_sync on asset_change (connector_id, sync_id);

create table weakness_change (
  connector_id  int not null,
  sync_id       bigint not null,
  weakness_id   int not null,
  before        jsonb not null,
  primary key (connector_id, weakness_id, sync_id)
);

create table finding_change (
  connector_id     int not null,
  sync_id          bigint not null,
  name_id          int not null,
  weakness_id      int not null,
  kind             "char" not null,                     -- F fixed, R resurfaced, W withheld, B back in the inventory
  before_state     smallint not null,
  before_since     timestamptz not null,
  before_sync      bigint not null,
  before_last      timestamptz,
  before_reason    smallint,
  before_withheld  smallint,
  primary key (connector_id, name_id, weakness_id, sync_id)
);
create index finding_change_by_sync on finding_change (connector_id, sync_id);

-- The source of every trend: what each applied run left behind and what it moved, in all and of each weakness that it moved.
create table inventory_trend (
  connector_id  int not null,
  sync_id       bigint not null,
  at            timestamptz not null,
  severity      smallint not null,
  open          int not null,
  opened        int not null,                           -- created
  fixed         int not null,
  resurfaced    int not null,
  primary key (connector_id, sync_id, severity)
);
create index inventory_trend_by_time on inventory_trend (connector_id, at, sync_id);

-- A page reads one weakness day by day: a probe of this key for each. A run writes a row per weakness that it moved, not per finding.
create table weakness_trend (
  connector_id  int not null,
  weakness_id   int not null,
  at            timestamptz not null,
  sync_id       bigint not null,
  open          int not null,
  opened        int not null,
  fixed         int not null,
  resurfaced    int not null,
  primary key (connector_id, weakness_id, at, sync_id)
);
