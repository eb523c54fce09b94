-- From when on a host may be asked again, by whichever process. Nothing is lost with it in a crash but a second's patience.
create unlogged table receipts.host_turns (
  host text primary key,
  next_at timestamptz(3) not null
);
