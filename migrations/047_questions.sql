-- §3.2 What those who are to decide ask of what has been laid before the body, and what those who prepare it answer: in the open.
create table decisions.question (
  municipality_id text not null,
  matter_id text not null,
  number integer not null check (number >= 1),
  -- the version that it was asked of, and the body before which that lay
  version integer not null,
  organ_id text not null,
  text text not null check (length(text) between 10 and 1000),
  asked_by text not null,
  -- by which of the person's posts
  asked_post text not null,
  asked_on date not null,
  answer text check (length(answer) between 1 and 4000),
  answered_by text,
  answered_post text,
  answered_on date check (answered_on >= asked_on),
  primary key (municipality_id, matter_id, number),
  foreign key (municipality_id, matter_id, version) references decisions.version,
  check (num_nulls(answer, answered_by, answered_post, answered_on) in (0, 4))
);
select platform.guard('decisions.question', rights => 'select, insert, update');
create trigger never_emptied before truncate on decisions.question
  for each statement execute function platform.refuse_change();

-- What was asked stays as it was asked; it is answered once, and never after the decision
create function decisions.keep_question() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.answer is null and new.answer is not null
     and to_jsonb(new) - '{answer,answered_by,answered_post,answered_on}'::text[]
       = to_jsonb(old) - '{answer,answered_by,answered_post,answered_on}'::text[]
     and not exists (select 1 from decisions.version v where v.municipality_id = old.municipality_id
       and v.matter_id = old.matter_id and v.number >= old.version and v.content_sha256 is not null) then
    return new;
  end if;
  raise exception 'question % of % stays as it was asked', old.number, old.matter_id using errcode = 'TL002';
end $$;
create trigger keep_question before update or delete on decisions.question
  for each row execute function decisions.keep_question();
