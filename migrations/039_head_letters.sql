-- R-5 Who wants the chain's head of the day by mail: whoever has kept one notices if the chain is written anew.

create table decisions.head_subscriber (
  municipality_id text not null,
  -- the address is their account's, asked for when a letter is sent
  person_id text not null,
  -- ends the letters by a link, and opens nothing else
  token text not null check (token ~ '^[0-9a-f]{64}$'),
  since date not null,
  -- the last day whose head was sent, or could never be
  sent_for date,
  -- what the receiver's server said of a letter that it would not take
  fault text check (length(fault) <= 500),
  primary key (municipality_id, person_id)
);
create unique index head_subscriber_by_token on decisions.head_subscriber (municipality_id, token);
select platform.guard('decisions.head_subscriber', secret => 'token');
-- That a letter was sent is no change worth the log: who asked for them, and who ended them, is
drop trigger logged on decisions.head_subscriber;
create trigger logged after insert or delete on decisions.head_subscriber
  for each row execute function platform.log_change('token');
