-- §3.2 What was decided, in one sentence of plain words, demanded of each decision from now on. Those from before have none: nothing is
-- made up for them. A decision's hash holds the sentence's own, over it and the salt, so that the chain can be told outside the house
-- without telling what a marked matter says.
alter table decisions.decision add column sentence text check (length(sentence) between 10 and 200),
  add column sentence_salt text check (sentence_salt ~ '^[0-9a-f-]{36}$'),
  add check ((sentence is null) = (sentence_salt is null));
