-- Conflicts of interest: a person of two bodies who acts for the secretariat or for a regulator decides nothing, and reads
-- nothing confidential, of the other body, of its group, and of their competitors ([PL12], ADR 20).

-- chain_concept: no role has a grant; the migrator fills it from the model, and app.rival_keys reads it.

-- The stances that compete with any of these, by the rule of rivalKeysOf in the model. A test compares the two for every concept.
create or replace function app.rival_keys(p_keys text[])
returns text[] language sql stable set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct r.key order by r.key), '{}') from unnest(p_keys) k, lateral (
    select k as key
    union all select split_part(k, ':', 1) || ':' || f from public.chain_concept c, unnest(c.family) f
      where c.concept = split_part(k, ':', 2)
    union all select 'offers:link:' || c.link from public.chain_concept c
      where k like 'offers:%' and c.concept = split_part(k, ':', 2)
    union all select 'offers:' || c.concept from public.chain_concept c
      where k like 'offers:link:%' and c.link = split_part(k, ':', 3)
  ) r
$$;

-- The actor's other bodies, where the actor acts for the secretariat, a regulator or the operator; empty for everybody else.
create or replace function app.other_bodies()
returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from public.organization o where o.id = app.org() and o.kind in ('coordination_group', 'regulator', 'operator')) then return '{}'; end if;
  return app.bodies_beside();
end $$;

-- The stances of those bodies and of their groups.
create or replace function app.body_stances()
returns text[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct k), '{}') from unnest(app.other_bodies()) b, unnest(app.stances_of(b)) k);
end $$;

-- The organizations that the actor must stay away from: the other bodies, their competitors, enterprises that are no members
-- yet and declare a link of theirs, and the groups of all of these.
create or replace function app.barred()
returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_bodies uuid[] := app.other_bodies(); v_keys text[];
begin
  if v_bodies = '{}' then return v_bodies; end if;
  v_keys := app.rival_keys(app.body_stances());
  return array(
    with hit as (
      select unnest(v_bodies) as id
      union select s.organization_id from public.organization_stance s where (s.until is null or s.until > now()) and s.key = any (v_keys)
      union select o.id from public.organization o, unnest(o.links) l
        where o.kind = 'enterprise' and o.status in ('unclaimed', 'pending') and 'offers:link:' || l = any (v_keys))
    select a.id from (select id from hit union
      select b.organization_id from hit join public.organization_profile a on a.organization_id = hit.id
        join public.organization_profile b on b.group_id = a.group_id) a
    where a.id <> app.org());
end $$;

-- The postings in review that the actor must stay away from: of barred organizations, and those that would be hidden from the
-- other bodies. A posting is hidden before its owner has the stance.
create or replace function app.barred_reviews()
returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_stances text[]; v_barred uuid[];
begin
  if app.other_bodies() = '{}' then return '{}'; end if;
  v_stances := app.body_stances();
  v_barred := app.barred();
  return array(select p.id from public.posting p where p.state = 'in_review' and (p.organization_id = any (v_barred)
    or exists (select 1 from public.posting_part x where x.posting_id = p.id and x.version = p.version and x.wall_keys && v_stances)));
end $$;

-- The abuse reports by or about a barred organization. Only the functions of officers learn who is reported.
create or replace function app.barred_reports()
returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_barred uuid[];
begin
  if not app.officer() or app.other_bodies() = '{}' then return '{}'; end if;
  v_barred := app.barred();
  return array(select r.id from public.abuse_report r where r.organization_id = any (v_barred) or r.about_organization_id = any (v_barred));
end $$;

-- The other bodies that the actor belongs to, or did within the last year; with a record that was merged, the one that stayed. For a program: those of the administrators, who
-- make its keys and read what it reads. Whom the person advises counts as well. [AV3]
create or replace function app.bodies_beside()
returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return array(select distinct x.id from public.membership m, lateral (
      with recursive way as (select m.organization_id as id
        union select b.into_id from way w join public.body_merge b on b.merged_id = w.id and b.undone_at is null)
      select id from way) x
    where m.organization_id <> app.org() and (m.active or m.ended_at > now() - interval '1 year')
      and (app.kind() = 'member' and m.person_id = app.person()
        or app.kind() = 'apiKey' and m.person_id in (select a.person_id from public.membership a
          where a.organization_id = app.org() and a.active and a.role = 'admin'))
    union select unnest(app.clients_beside()));
end $$;

-- Who reported and who is reported, except in reports that the actor must stay away from.
create or replace function app.report_names(p_ids uuid[])
returns table (id uuid, reporter text, about text)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_barred uuid[] := app.barred_reports();
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  return query select r.id, a.name_zh, b.name_zh from public.abuse_report r
    join public.organization a on a.id = r.organization_id join public.organization b on b.id = r.about_organization_id
    where r.id = any (p_ids) and r.id <> all (v_barred);
end $$;

grant execute on function
  app.body_stances(),
  app.barred(),
  app.barred_reviews(),
  app.barred_reports(),
  app.report_names(uuid[])
to lilink_app;
