-- ---------------------------------------------------------------- who may do what (written by package access)

create table users (
  id             int generated always as identity primary key,
  name           text not null,
  name_key       text collate "C" not null unique,      -- the name folded: names are unique without regard to case
  password_hash  text,                                  -- Argon2id, with its parameters and salt; null: signs in elsewhere
  subject        text collate "C" unique,               -- issuer and subject of whom an OpenID Connect provider vouches for
  role           text not null check (role in ('VIEWER', 'ANALYST', 'ADMINISTRATOR')),
  created_at     timestamptz not null,
  signed_in_at   timestamptz,                           -- for the last time
  session_epoch  int not null default 0                 -- raised to end all sessions: those of another epoch are void
);

-- Tokens of programs. A token is its prefix and a secret part, both random; of the whole only a digest is kept.
create table api_token (
  id            int generated always as identity primary key,
  name          text not null,
  name_key      text collate "C" not null unique,
  prefix        text collate "C" not null unique,       -- shown, so that a token that turns up somewhere can be found here
  digest        bytea not null,                         -- SHA-256: 256 random bits are not guessed, however quick a guess is
  role          text not null check (role in ('VIEWER', 'ANALYST', 'ADMINISTRATOR')),
  expires_at    timestamptz,                            -- null: never
  created_at    timestamptz not null,
  created_by    text not null,
  last_used_at  timestamptz                             -- to the minute
);

-- How often somebody has tried to sign in lately; see SignInThrottle.
create table sign_in_bucket (
  key    text collate "C" primary key,
  level  double precision not null,                     -- tries, those that have leaked out since taken away when it is next used
  at     timestamptz not null
);

-- Who did what. Rows come and never change; whoever owns the database can take the trigger away, and nobody else.
create table audit_event (
  id          bigint generated always as identity primary key,
  at          timestamptz not null,
  actor_kind  text not null check (actor_kind in ('USER', 'TOKEN', 'SYSTEM', 'NOBODY')),
  actor_id    int,                                      -- of users or api_token, as it was then: either may have gone since
  actor       text not null,                            -- the name of the user or token; else 'system' or 'nobody'
  action      text not null,
  target      text not null default '',                 -- such as 'connector 3, Main office'; empty: the actor
  before      jsonb not null default '{}',              -- what was changed, as it was; never a secret
  after       jsonb not null default '{}',
  address     text                                      -- null: not by a request
);
create index audit_event_by_actor on audit_event (actor, id);
create index audit_event_by_action on audit_event (action, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end $$;
create trigger audit_event_is_append_only before update or delete or truncate on audit_event
  for each statement execute function refuse_change();

-- Sessions, as Spring Session wants them; they survive a restart and hold on every node. Times are milliseconds of its own clock.
create table spring_session (
  primary_id             char(36) primary key,
  session_id             text collate "C" not null unique,
  creation_time          bigint not null,
  last_access_time       bigint not null,
  max_inactive_interval  int not null,
  expiry_time            bigint not null,
  principal_name         varchar(100)
);
create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id  char(36) not null references spring_session on delete cascade,
  attribute_name      varchar(200) not null,
  attribute_bytes     bytea not null,
  primary key (session_primary_id, attribute_name)
);
