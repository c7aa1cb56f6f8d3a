-- §3.2 Nothing is ownerless (model R-2): when a post ends, what was held by it goes the day after to whoever succeeds, or is nearest.

alter table organisation.holding
  -- the post that ended, for which the thing came to the person by itself; empty where no post was known; null where it did not
  add column after_post text check (length(after_post) <= 100),
  -- the day that the person ticked off having taken it over
  add column seen_on date;
create index holding_after_post on organisation.holding (municipality_id, after_post);
