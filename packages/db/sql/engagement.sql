-- Engagements: a person of another body who may prepare drafts, propose pairs and take part in introductions for a client, on the days and within the
-- scopes that the client named. Each right is asked anew in every transaction: what ends an engagement ends them with the next request.

-- engagement
grant select, insert, update (state, adviser_id, adviser_name, answered_at, ended_at, ended_side, end_reason) on engagement to lilink_app;
grant select on engagement to lilink_worker;
create policy worker on engagement to lilink_worker using (true) with check (true);
create policy readers on engagement for select to lilink_app
  using (org_id = (select app.org()) or adviser_org = (select app.org()) and (adviser_id = (select app.person())
    or state = 'proposed' and adviser_id is null and adviser_email = (select app.own_email())));
create policy client_names on engagement for insert to lilink_app
  with check (org_id = (select app.org()) and (select app.is_admin()) and (select app.verified()) and state = 'proposed' and adviser_id is null);
create policy client_ends on engagement for update to lilink_app
  using (org_id = (select app.org()) and (select app.is_admin()))
  with check (org_id = (select app.org()) and state = 'ended' and ended_side = 'client');
create policy adviser_answers on engagement for update to lilink_app
  using (adviser_org = (select app.org()) and (select app.kind()) = 'member'
    and (adviser_id = (select app.person()) or state = 'proposed' and adviser_email = (select app.own_email())))
  with check (adviser_org = (select app.org()) and adviser_id = (select app.person())
    and (state = 'declined' or state = 'ended' and ended_side = 'adviser' or state = 'active' and (select app.verified()) and not app.advises_rival(org_id)));
create trigger state_kept before update of state on engagement for each row when (old.state is distinct from new.state)
  execute function app.keep_state('engagement');
create trigger answered_once before update on engagement for each row execute function app.keep_adviser();

-- advised_draft
grant select, insert, update (handed_at) on advised_draft to lilink_app;
create policy readers on advised_draft for select to lilink_app
  using (org_id = (select app.org()) or engagement_id = any ((select app.engagements_for('draft'))::uuid[]));
create policy prepares on advised_draft for insert to lilink_app
  with check (engagement_id = any ((select app.engagements_for('draft'))::uuid[]) and app.is_fresh_draft(posting_id, engagement_id)
    and org_id = app.client_of(engagement_id) and adviser_org = (select app.org()) and handed_at is null);
create policy hands_over on advised_draft for update to lilink_app
  using (posting_id = any ((select app.advised_drafts())::uuid[])) with check (handed_at is not null);
create trigger client_takes_over after update of content, levels on posting_draft for each row execute function app.take_over_draft();

-- proposed_pair: the client sees none in which its adviser has a hand on the other side, and the adviser is not told so.
grant select, insert, update (state, decided_by, decided_at) on proposed_pair to lilink_app;
grant select on proposed_pair to lilink_worker;
create policy worker on proposed_pair for select to lilink_worker using (true);
create policy readers on proposed_pair for select to lilink_app
  using (org_id = (select app.org()) and not app.pair_is_torn(id) or engagement_id = any ((select app.engagements_for('pair'))::uuid[]));
create policy proposes on proposed_pair for insert to lilink_app
  with check (engagement_id = any ((select app.engagements_for('pair'))::uuid[]) and org_id = app.client_of(engagement_id)
    and adviser_org = (select app.org()) and state = 'open' and app.is_clients_posting(engagement_id, own_posting_id));
-- What lapsed is not answered: one of the two postings is not live any more, or the engagement does not hold.
create policy decides on proposed_pair for update to lilink_app
  using (org_id = (select app.org()) and not app.pair_lapsed(id)) with check (org_id = (select app.org()) and decided_by = (select app.person()));
create trigger state_kept before update of state on proposed_pair for each row when (old.state is distinct from new.state)
  execute function app.keep_state('proposed_pair');

-- introduction_adviser: both sides know who takes part and for whom.
grant select, insert, update (let_out_at) on introduction_adviser to lilink_app;
create policy readers on introduction_adviser for select to lilink_app
  using (introduction_id = any ((select app.open_introductions())::uuid[]) or engagement_id = any ((select app.engagements_for('accompany'))::uuid[]));
create policy lets_in on introduction_adviser for insert to lilink_app
  with check (org_id = (select app.org()) and introduction_id = any ((select app.open_introductions())::uuid[])
    and let_out_at is null and app.may_let_in(engagement_id, introduction_id) is null);
create policy lets_out on introduction_adviser for update to lilink_app
  using (org_id = (select app.org())) with check (org_id = (select app.org()) and let_out_at is not null);

-- The day in China, by which engagements begin and end.
create or replace function app.today() returns text language sql stable set search_path = pg_catalog as
  $$ select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') $$;

create or replace function app.own_email() returns text language sql stable security definer set search_path = pg_catalog, public as
  $$ select p.email from public.person p where p.id = app.person() $$;

-- The bodies that stand behind an adviser: the one it acts for, those it belongs or belonged to within a year, and its other clients, with their groups.
create or replace function app.behind_adviser(p_person uuid, p_org uuid, p_client uuid)
returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  with own as (
    select p_org as id
    union select m.organization_id from public.membership m where m.person_id = p_person and (m.active or m.ended_at > now() - interval '1 year')
    union select e.org_id from public.engagement e where e.adviser_id = p_person and e.state = 'active' and e.org_id <> p_client and e.until_on >= app.today())
  select array(select id from own union select b.organization_id from own join public.organization_profile a on a.organization_id = own.id
    join public.organization_profile b on b.group_id = a.group_id)
$$;

-- Whether somebody behind the actor competes with a client, or is the client itself. Told to the adviser alone: a client could try names against it.
create or replace function app.advises_rival(p_client uuid)
returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return app.competes_behind(app.person(), app.org(), p_client);
end $$;

create or replace function app.competes_behind(p_person uuid, p_org uuid, p_client uuid)
returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_behind uuid[] := app.behind_adviser(p_person, p_org, p_client);
begin
  return exists (select 1 from public.membership m where m.person_id = p_person and m.organization_id = p_client and (m.active or m.ended_at > now() - interval '1 year'))
    or exists (select 1 from public.organization_stance s where (s.until is null or s.until > now()) and s.organization_id = any (v_behind)
      and s.key = any (app.rival_keys(app.stances_of(p_client))));
end $$;

-- Whether a person who advises a client must keep away from what it has with another body: a hand on that body, or somebody behind the person
-- who competes with either. Asked anew at each reading, since it may come to be so at any time.
create or replace function app.torn_between(p_person uuid, p_org uuid, p_client uuid, p_other uuid)
returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_behind uuid[] := app.behind_adviser(p_person, p_org, p_client);
begin
  return p_other = any (v_behind) or app.competes_behind(p_person, p_org, p_client)
    or exists (select 1 from public.organization_stance s where (s.until is null or s.until > now()) and s.organization_id = any (v_behind)
      and s.key = any (app.rival_keys(app.stances_of(p_other))));
end $$;

-- Whether two firms stand at one link of the chain, as everybody reads of both.
create or replace function app.openly_compete(p_one uuid, p_other uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.organization a join public.organization b on a.links && b.links
    where a.id = p_one and b.id = p_other and a.kind = 'enterprise' and b.kind = 'enterprise')
$$;

-- The engagements of the actor that hold now and include a scope. An adviser that came to compete with its client has none with it.
create or replace function app.engagements_for(p_scope text)
returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(e.id), '{}') from public.engagement e join public.organization o on o.id = e.org_id and o.status = 'verified'
  where app.kind() = 'member' and app.verified() and e.adviser_id = app.person() and e.adviser_org = app.org() and e.state = 'active'
    and p_scope = any (e.scopes) and app.today() between e.from_on and e.until_on
    and not app.competes_behind(e.adviser_id, e.adviser_org, e.org_id)
$$;

create or replace function app.clients_for(p_scope text)
returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct e.org_id), '{}') from public.engagement e where e.id = any (app.engagements_for(p_scope))
$$;

-- The client of an own engagement.
create or replace function app.client_of(p_engagement uuid)
returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select e.org_id from public.engagement e where e.id = p_engagement and e.adviser_id = app.person() and e.adviser_org = app.org()
$$;

-- The clients of a person, now or within the last year: whoever advises a body has its place in the market, and stays away from it as an officer.
create or replace function app.clients_beside()
returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct e.org_id), '{}') from public.engagement e
  where e.answered_at is not null and e.org_id is distinct from app.org() and (app.kind() = 'member' and e.adviser_id = app.person()
      or app.kind() = 'apiKey' and e.adviser_id in (select a.person_id from public.membership a where a.organization_id = app.org() and a.active and a.role = 'admin'))
    and (e.state = 'active' and e.until_on::date > current_date - 365 or e.state = 'ended' and e.ended_at > now() - interval '1 year')
$$;

-- Drafts that the actor prepares for a client and has not handed over.
create or replace function app.advised_drafts()
returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(d.posting_id), '{}') from public.advised_draft d join public.posting p on p.id = d.posting_id
  where d.handed_at is null and p.state = 'draft' and p.version = 0 and d.engagement_id = any (app.engagements_for('draft'))
$$;

-- A draft of a client that was never handed in, as the actor may add or change one for it.
create or replace function app.is_clients_draft(p public.posting)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select p.organization_id = any (app.clients_for('draft')) and p.state = 'draft' and p.version = 0 and p.live_version is null
$$;

-- Whether the actor prepares this draft, which belongs to that body.
create or replace function app.advises_on(p_posting uuid, p_org uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select p_posting = any (app.advised_drafts()) and exists (select 1 from public.posting p where p.id = p_posting and p.organization_id = p_org)
$$;

-- A posting that the actor has just added for the client, with nothing in it yet. No draft of the client's own becomes an adviser's.
create or replace function app.is_fresh_draft(p_posting uuid, p_engagement uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.posting p join public.engagement e on e.id = p_engagement and e.org_id = p.organization_id
    where p.id = p_posting and p.state = 'draft' and p.version = 0 and p.created_by = app.person()
      and not exists (select 1 from public.posting_draft d where d.posting_id = p.id))
$$;

-- What a member of the client changes in a draft is the client's: with that change the draft is taken over.
create or replace function app.take_over_draft() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if app.org() = new.organization_id then
    update public.advised_draft set handed_at = new.updated_at where posting_id = new.posting_id and handed_at is null;
  end if;
  return null;
end $$;

create or replace function app.keep_adviser() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user = 'lilink_app' and (new.adviser_id, new.adviser_name, new.answered_at) is distinct from (old.adviser_id, old.adviser_name, old.answered_at)
    and (old.state <> 'proposed' or new.state = 'ended') then
    raise exception 'answered by its adviser, once' using errcode = '42501';
  end if;
  return new;
end $$;

-- The live postings of a client, for an adviser that proposes pairs: which they are, not what they hold.
create or replace function app.client_postings(p_engagement uuid)
returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select h.posting_id from public.engagement e join public.posting_head h on h.organization_id = e.org_id and h.state = 'published'
  where e.id = p_engagement and e.id = any (app.engagements_for('pair'))
$$;

create or replace function app.is_clients_posting(p_engagement uuid, p_posting uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select p_posting in (select app.client_postings(p_engagement))
$$;

-- Whether the adviser of a pair has a hand on its other side. For the client and the worker; nobody else learns who owns a posting from it.
create or replace function app.pair_is_torn(p_pair uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select h.organization_id = any (app.behind_adviser(e.adviser_id, e.adviser_org, e.org_id)) or h.organization_id = e.org_id
    from public.proposed_pair p join public.engagement e on e.id = p.engagement_id join public.posting_head h on h.posting_id = p.other_posting_id
    where p.id = p_pair and (p.org_id = app.org() or app.kind() = 'job')), true)
$$;

-- Whether an open pair of the actor's organization or engagement can be answered no more. [AV5]
create or replace function app.pair_lapsed(p_pair uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select p.state = 'open' and (e.state <> 'active' or app.today() not between e.from_on and e.until_on
      or exists (select 1 from public.posting_head h where h.posting_id in (p.own_posting_id, p.other_posting_id) and h.state <> 'published'))
    from public.proposed_pair p join public.engagement e on e.id = p.engagement_id
    where p.id = p_pair and (p.org_id = app.org() or e.adviser_id = app.person() and e.adviser_org = app.org())), true)
$$;

-- Whether the adviser of an own engagement has a hand on a body, by the name of which it asks.
create or replace function app.has_hand_on(p_engagement uuid, p_org uuid)
returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce((select p_org = any (app.behind_adviser(e.adviser_id, e.adviser_org, e.org_id)) or p_org = e.org_id
    from public.engagement e where e.id = p_engagement and e.id = any (app.engagements_for('pair'))), true)
$$;

-- Why a client may not let an adviser into an introduction: its engagement does not hold, or it has a hand on the other side, or competes with it as
-- everybody reads. Null if it may. What only positions in the market tell is not told here: such an adviser is in and reads nothing. [AV3]
create or replace function app.may_let_in(p_engagement uuid, p_introduction uuid)
returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select nullif(coalesce((select case
      when e.state <> 'active' or not 'accompany' = any (e.scopes) or app.today() not between e.from_on and e.until_on then 'WRONG_STATE'
      when them.organization_id = any (app.behind_adviser(e.adviser_id, e.adviser_org, e.org_id))
        or app.openly_compete(e.adviser_org, them.organization_id) then 'CONFLICT_OF_INTEREST'
      when i.state <> 'accepted' then 'WRONG_STATE' else '' end
    from public.engagement e join public.introduction i on i.id = p_introduction
    join public.introduction_party me on me.introduction_id = i.id and me.organization_id = e.org_id
    join public.introduction_party them on them.introduction_id = i.id and them.side <> me.side
    where e.id = p_engagement and e.org_id = app.org()), 'NOT_FOUND'), '')
$$;

-- The introductions in which the actor takes part for a client, with what it needs to know of them: who the two sides are and what about.
create or replace function app.accompanied()
returns table (id uuid, introduction_id uuid, engagement_id uuid, client_id uuid, side public.introduction_side, other_id uuid,
  public_id text, aim text, asked_posting_id uuid, asking_posting_id uuid, let_in_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select a.id, i.id, a.engagement_id, a.org_id, me.side, them.organization_id, i.public_id, i.aim::text, i.asked_posting_id, i.asking_posting_id, a.let_in_at
  from public.introduction_adviser a join public.engagement e on e.id = a.engagement_id
  join public.introduction i on i.id = a.introduction_id and i.state = 'accepted'
  join public.introduction_party me on me.introduction_id = i.id and me.organization_id = a.org_id
  join public.introduction_party them on them.introduction_id = i.id and them.side <> me.side
  where a.let_out_at is null and a.engagement_id = any (app.engagements_for('accompany'))
    and not app.torn_between(e.adviser_id, e.adviser_org, e.org_id, them.organization_id)
$$;

-- The advisers who take part in an own introduction now, as both sides are told: let in, and within an engagement that holds. [AV6]
create or replace function app.present_advisers(p_introduction uuid)
returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select a.id from public.introduction_adviser a join public.engagement e on e.id = a.engagement_id
    join public.introduction i on i.id = a.introduction_id and i.state = 'accepted'
    join public.organization o on o.id = e.org_id and o.status = 'verified'
  where a.introduction_id = p_introduction and p_introduction = any (app.open_introductions()) and a.let_out_at is null
    and e.state = 'active' and 'accompany' = any (e.scopes) and app.today() between e.from_on and e.until_on
$$;

-- Those of them who may read what is written, and so are told of it.
create or replace function app.told_advisers(p_introduction uuid)
returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct e.adviser_id from app.present_advisers(p_introduction) p join public.introduction_adviser a on a.id = p
    join public.engagement e on e.id = a.engagement_id
    join public.introduction_party them on them.introduction_id = a.introduction_id and them.organization_id <> a.org_id
  where exists (select 1 from public.membership m where m.person_id = e.adviser_id and m.organization_id = e.adviser_org and m.active)
    and not app.torn_between(e.adviser_id, e.adviser_org, e.org_id, them.organization_id)
$$;

-- Writes an entry of the actor into the log of the client for whom it acted. [AV7]
create or replace function app.note_for_client(p_entry uuid, p_id uuid, p_client uuid, p_detail jsonb)
returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into public.audit_entry (id, organization_id, person_id, actor_kind, action, subject_kind, subject_id, detail, at)
    select p_id, p_client, x.person_id, x.actor_kind, x.action, x.subject_kind, x.subject_id, p_detail, x.at
    from public.audit_entry x where x.id = p_entry and x.person_id = app.person() and x.organization_id = app.org()
      and exists (select 1 from public.engagement e where e.org_id = p_client and e.adviser_id = app.person() and e.adviser_org = app.org());
end $$;

grant execute on function
  app.today(),
  app.own_email(),
  app.advises_rival(uuid),
  app.engagements_for(text),
  app.clients_for(text),
  app.client_of(uuid),
  app.advised_drafts(),
  app.is_clients_draft(posting),
  app.advises_on(uuid, uuid),
  app.is_fresh_draft(uuid, uuid),
  app.client_postings(uuid),
  app.is_clients_posting(uuid, uuid),
  app.has_hand_on(uuid, uuid),
  app.may_let_in(uuid, uuid),
  app.accompanied(),
  app.note_for_client(uuid, uuid, uuid, jsonb),
  app.pair_lapsed(uuid),
  app.present_advisers(uuid),
  app.told_advisers(uuid)
to lilink_app;
grant execute on function app.pair_is_torn(uuid) to lilink_app, lilink_worker;
