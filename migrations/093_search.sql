-- §4 What can be found, by Swedish words in all their forms and inside compounds, in everything that one may read. PostgreSQL's own Swedish
-- stemmer makes the words; they lie in tables of their own that are led by the municipality, for row-level security lets no index of
-- tsvectors or trigrams be used (docs/decisions/052).

-- What was kept until now is kept anew at the next start, with all that is found from now on: the log tells why
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Sökrader läggs upp på nytt, med allt som hittas (§4)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    delete from decisions.search_row where municipality_id = one;
  end loop;
end $$;

alter table decisions.search_row
  -- what it is to who looks: "risk", "decision", or the kind of matter
  add column sort text not null check (length(sort) <= 40),
  -- what it is the same as in other years
  add column same text not null check (length(same) <= 300),
  -- who may find it: everybody, or whoever has signed in
  add column audience text not null check (audience in ('public', 'signed-in')),
  -- numbers that a double holds exactly
  add column row_key bigint not null generated always as (hashtextextended(source || ' ' || thing, 0) >> 11) stored,
  add column same_key bigint not null generated always as (hashtextextended(same, 0) >> 11) stored,
  add constraint search_row_title check (length(title) <= 1000),
  add constraint search_row_text check (length(text) <= 200000);
create index search_row_by_key on decisions.search_row (municipality_id, row_key);
create index search_row_by_year on decisions.search_row (municipality_id, year);
create index search_row_by_sort on decisions.search_row (municipality_id, sort);
create index search_row_by_body on decisions.search_row (municipality_id, body_id, kind);

-- Which rows have a word, and how weighty it is in them: 6 it begins the title, 4 it stands in it, 1 in the text. With all that is asked of a
-- hit before it is shown: tens of thousands are gone through for one answer, in the index alone
create table decisions.search_word (
  municipality_id text not null,
  word text collate "C" not null,
  row_key bigint not null,
  weight smallint not null,
  same_key bigint not null,
  sort text collate "C" not null,
  year integer,
  valid_from date not null,
  audience text collate "C" not null,
  primary key (municipality_id, word, row_key) include (weight, same_key, sort, year, valid_from, audience)
);
-- The ends of every word: "skolfrånvaro" is found by its end "frånvaro", and by what that begins with
create table decisions.search_ending (
  municipality_id text not null,
  ending text collate "C" not null,
  word text collate "C" not null,
  primary key (municipality_id, ending, word)
);

-- Made of the rows by the trigger below: the log tells of those
do $$
declare
  target regclass;
begin
  foreach target in array array['decisions.search_word', 'decisions.search_ending']::regclass[] loop
    execute format('alter table %s enable row level security, force row level security', target);
    execute format('create policy own_municipality on %s using (municipality_id = platform.municipality())
                    with check (municipality_id = platform.municipality())', target);
    execute format('grant select, insert, delete on %s to %I', target, platform.run_role());
    execute format('create trigger tells after insert or update or delete or truncate on %s
                    for each statement execute function platform.tell_table()', target);
    execute format('alter table %s enable always trigger tells', target);
  end loop;
end $$;

-- What stands between words is what neither begins nor goes on in one; without it PostgreSQL sees addresses and paths in "KF 2027/12"
create function decisions.words_of(title text, body text) returns tsvector language sql immutable parallel safe as $$
  select setweight(to_tsvector('pg_catalog.swedish', regexp_replace(title, between_words, ' ', 'g')), 'A')
      || setweight(to_tsvector('pg_catalog.swedish', regexp_replace(body, between_words, ' ', 'g')), 'D')
  from (values (E'[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u2000-\\u206f]+')) as of_text (between_words)
$$;

-- Its words follow a row, whoever writes it. What is put back from a backup gets them here: they are in none.
-- Its plans are made when the tables are empty, and hold when they are large: by the index.
create function decisions.keep_words() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  longest constant integer := 60;
  fresh text[];
begin
  if tg_op <> 'INSERT' then
    delete from decisions.search_word
      where municipality_id = old.municipality_id and row_key = old.row_key
        and word = any (tsvector_to_array(decisions.words_of(old.title, old.text)));
  end if;
  if tg_op = 'DELETE' then return null; end if;
  with found as (
    select lexeme, case when 'A' <> all (weights) then 1 when 1 = any (positions) then 6 else 4 end as weight
    from unnest(decisions.words_of(new.title, new.text)) where length(lexeme) <= longest
  ), kept as (
    insert into decisions.search_word (municipality_id, word, row_key, weight, same_key, sort, year, valid_from, audience)
      select new.municipality_id, lexeme, new.row_key, weight, new.same_key, new.sort, new.year, new.valid_from, new.audience
      from found
      on conflict do nothing
  )
  select array_agg(lexeme) into fresh from found where (
    select true from decisions.search_ending
    where municipality_id = new.municipality_id and ending = lexeme collate "C" and word = lexeme collate "C"
    limit 1) is null;
  if fresh is null then return null; end if;
  -- One at a time: two who add the same words in different orders would wait for each other
  perform pg_advisory_xact_lock(hashtextextended(new.municipality_id || ' search_ending', 0));
  insert into decisions.search_ending (municipality_id, ending, word)
    select new.municipality_id, substr(lexeme, at), lexeme
    from unnest(fresh) as lexeme,
      -- a number is found whole, and an end of fewer than three letters says nothing
      generate_series(1, case when lexeme ~ '[0-9]' then 1 else greatest(1, length(lexeme) - 2) end) as at
    on conflict do nothing;
  return null;
end $$;
create trigger keeps_words after insert or update or delete on decisions.search_row
  for each row execute function decisions.keep_words();
alter table decisions.search_row enable always trigger keeps_words;
