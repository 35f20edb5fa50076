-- ---------------------------------------------------------------- who may do what (written by package access)

create table users (
  id             int generated always as identity primary key,
  name           text not null,
  name_key       text collate "C" not null unique,      -- the name folded: names are unique without regard to case
  password_hash  text not null,                         -- Argon2id, with its parameters and salt
  role           text not null check (role in ('VIEWER', 'ANALYST', 'ADMINISTRATOR')),
  created_at     timestamptz not null
);

-- Sessions, as Spring Session wants them; they survive a restart and hold on every node. Times are milliseconds of its own clock.
create table spring_session (
  primary_id             char(36) primary key,
  session_id             char(36) not null unique,
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
