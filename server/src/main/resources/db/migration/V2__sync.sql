-- ---------------------------------------------------------------- syncs (written by package sync)

create table sync (
  id                 bigint generated always as identity primary key,
  connector_id       int not null,
  kind               text not null check (kind in ('SYNC', 'RETENTION', 'VALIDATION', 'PREVIEW')),
  trigger            text not null check (trigger in ('CREATED', 'SCHEDULED', 'MANUAL', 'RETRY')),
  status             text not null check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  stage              text not null check (stage in ('INITIATING', 'CONNECTIVITY_TEST', 'FETCHING', 'NORMALIZING', 'PROCESSING', 'DONE')),
  node               text,                              -- the server that runs it
  heartbeat_at       timestamptz,
  heartbeats         bigint not null default 0,         -- counts them: whether a node lives is told by what moves, not by comparing clocks
  epoch              bigint,                            -- its fence, see connector_inventory
  cancel_requested   boolean not null default false,
  committing         boolean not null default false,    -- the final transaction has begun: too late to cancel
  allow_mass_change  boolean not null default false,
  done               bigint not null default 0,
  total              bigint not null default 0,
  counts             jsonb,
  stages             jsonb not null default '[]',       -- [{stage, startedAt, finishedAt}]
  warnings           jsonb not null default '[]',
  error              jsonb,
  queued_at          timestamptz not null,
  started_at         timestamptz,
  finished_at        timestamptz
);
-- The 409 of a second sync is this index, not an if. Retention takes the same lock.
create unique index sync_one_at_a_time on sync (connector_id) where status in ('QUEUED', 'RUNNING');
create index sync_by_connector on sync (connector_id, id desc);

create table sync_log (
  sync_id   bigint not null references sync on delete cascade,
  position  int not null,
  at        timestamptz not null,
  level     text not null check (level in ('INFO', 'WARN', 'ERROR')),
  stage     text not null,
  message   text not null,
  primary key (sync_id, position)
);

-- The alarm clock's table, as db-scheduler wants it.
create table scheduled_tasks (
  task_name             text not null,
  task_instance         text not null,
  task_data             bytea,
  execution_time        timestamptz not null,
  picked                boolean not null,
  picked_by             text,
  last_success          timestamptz,
  last_failure          timestamptz,
  consecutive_failures  int,
  last_heartbeat        timestamptz,
  version               bigint not null,
  priority              smallint,
  state                 text,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
