-- §3, §3.2 People and their posts are kept here (model R-2): elected ones have a party and, as substitutes, an order; who acts while
-- somebody is away holds that post for some days.

alter table organisation.post
  -- of an elected person: the party, and the place among those with the same role in the body
  add column party text check (length(party) between 1 and 80),
  add column place integer check (place between 1 and 999),
  -- the decision that gave the post: "KF 2026-10-19 § 142"
  add column given_by text check (length(given_by) between 1 and 200),
  -- acting: for whose post, while its holder is away
  add column acting_for text,
  add foreign key (municipality_id, acting_for) references organisation.post (municipality_id, post_id);
create index post_by_body on organisation.post (municipality_id, body_id, role);

-- How a person is reached stands beside the name, and is erased with it.
alter table platform.personal drop constraint personal_sort_check,
  add constraint personal_sort_check check (sort in ('name', 'email', 'contact'));

-- Who keeps it in order, and that those who stand beside a member may what a member may.
do $$
declare
  one text;
begin
  perform set_config('tillit.person', 'uppgradering', true);
  perform set_config('tillit.why', 'Systemförvaltaren och kommunchefen håller ordning på personer och uppdrag (§3.2)', true);
  for one in select municipality_id from platform.municipality loop
    perform set_config('tillit.municipality', one, true);
    insert into organisation.mandate
        (municipality_id, mandate_id, action, organ_kinds, roles, scope, source, cite, valid_from, valid_to)
      select one, given.*, '§3.2', date '2019-01-01', null
      from (values
        ('sf-personer', 'edit:people', array['administration'], array['system-manager'], 'group',
          'Systemförvaltarens uppdrag: håller ordning på organisation, personer och behörigheter'),
        ('kc-personer', 'edit:people', array['administration'], array['municipal-director'], 'group',
          'Kommunchefens uppdrag: leder och samordnar förvaltningen')
      ) as given (id, action, organ_kinds, roles, scope, source)
      where exists (select from organisation.mandate where municipality_id = one)
      on conflict do nothing;
    update organisation.mandate
      set roles = roles || array['first-deputy-chair', 'second-deputy-chair', 'board-member', 'substitute']
      where municipality_id = one and roles @> array['member'] and not roles @> array['first-deputy-chair'];
  end loop;
  perform set_config('tillit.municipality', '', true);
end $$;
