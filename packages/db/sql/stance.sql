-- The competitor rule. A stance is the market position of an organization: a product or link that it sells or buys. A posting
-- is hidden from readers with a competing stance. Nobody reads the rows; app.stances answers only for the actor.

-- organization_stance
grant select, insert, update, delete on organization_stance to lilink_worker;
create policy worker on organization_stance to lilink_worker using (true) with check (true);

-- The stances that the competitor rule compares for the actor. A person of several bodies has the stances of all of them.
create or replace function app.stances()
returns text[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_beside uuid[] := app.bodies_beside();
begin
  if v_beside = '{}' then return app.stances_of(app.org()); end if;
  return app.stances_of(app.org()) || (select coalesce(array_agg(distinct k), '{}') from unnest(v_beside) b, unnest(app.stances_of(b)) k);
end $$;

-- Replaces the stances from one source. A profile may add some only when app.next_stances allows it; a stance that a posting
-- already took is no addition. Returns the organizations whose view changes.
create or replace function app.set_stances(p_org uuid, p_source text, p_keys text[], p_now timestamptz)
returns uuid[] language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_group uuid[]; v_new boolean; v_known text[] := '{}';
begin
  if not app.may_stand(p_org, p_source, p_keys) then raise exception 'no stance of theirs' using errcode = '42501'; end if;
  if p_source = 'profile' and p_org = app.org() then
    if app.new_stances(p_keys, p_now) <> '{}' and app.next_stances(p_now) is not null then
      raise exception 'stances taken too often' using errcode = '42501';
    end if;
    v_known := array(select k from unnest(p_keys) k except select unnest(app.new_stances(p_keys, p_now)));
  end if;
  v_group := array(select p_org union select b.organization_id from public.organization_profile a
    join public.organization_profile b on b.group_id = a.group_id where a.organization_id = p_org);
  v_new := exists (select 1 from unnest(p_keys) k where not exists (select 1 from public.organization_stance s
    where s.organization_id = any (v_group) and s.key = k and (s.until is null or s.until > p_now)));
  if p_source = 'profile' then
    update public.organization_stance set until = p_now + interval '1 year'
      where organization_id = p_org and source = p_source and key <> all (p_keys) and until is null;
  end if;
  insert into public.organization_stance as s (organization_id, source, key, since)
    select p_org, p_source, k, case when k <> all (v_known) then p_now end from unnest(p_keys) k group by k
    on conflict (organization_id, source, key) do update set until = null, since = case when s.until <= p_now then excluded.since else s.since end;
  return case when v_new then v_group else '{}' end;
end $$;

-- Whether the caller may set these stances: from the profile, an approved claim, or a posting that the officer published.
create or replace function app.may_stand(p_org uuid, p_source text, p_keys text[])
returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_links text[]; v_keys text[];
begin
  v_links := array(select side || ':link:' || link from public.organization o, unnest(case when 'chain' = any (o.links) then o.links || array['resource', 'smelting', 'materials', 'recycling'] else o.links end) link, unnest(array['offers', 'needs']) side where o.id = p_org);
  if p_source = 'profile' and p_org = app.org() and app.is_admin() then
    select array(select 'offers:' || c from unnest(p.offers) c) || array(select 'needs:' || c from unnest(p.needs) c) || v_links into v_keys
      from public.organization_profile p where p.organization_id = p_org;
  elsif p_source = 'profile' and app.officer() then
    select v_links into v_keys from public.claim c where c.organization_id = p_org and c.state = 'approved' and c.decided_by = app.person()
      and not exists (select 1 from public.organization_stance s where s.organization_id = p_org and s.source = 'profile' and s.key <> all (v_links));
  elsif app.officer() then
    select array(select side || ':' || c
        from unnest(case x.kind when 'capability' then array['offers'] when 'need' then array['needs'] else array['offers', 'needs'] end) side,
          unnest(x.concept || array(select jsonb_array_elements_text(x.fields -> 'concepts'))) c) into v_keys
      from public.posting_part x join public.posting_review r on r.posting_id = x.posting_id and r.version = x.version
      where p_source = 'posting:' || x.posting_id and x.organization_id = p_org and x.level = 'everyone' and not x.walled
        and r.decision = 'published' and r.reviewed_by = app.person()
      order by x.version desc limit 1;
  end if;
  return coalesce(p_keys <@ v_keys, false);
end $$;

-- All stances of an organization and its group.
create or replace function app.stances_of(p_org uuid)
returns text[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct s.key), '{}') from public.organization_stance s
    where (s.until is null or s.until > now()) and s.organization_id in (
      select p_org union
      select b.organization_id from public.organization_profile a
        join public.organization_profile b on b.group_id = a.group_id where a.organization_id = p_org));
end $$;

-- Which of these the actor's organization does not have yet, by profile or posting.
create or replace function app.new_stances(p_keys text[], p_now timestamptz)
returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select array(select distinct k from unnest(p_keys) k where not exists (select 1 from public.organization_stance s
    where s.organization_id = app.org() and s.key = k and (s.until is null or s.until > p_now)))
$$;

-- From when the profile may add stances again; null if now.
create or replace function app.next_stances(p_now timestamptz)
returns timestamptz language sql stable security definer set search_path = pg_catalog, public as $$
  select min(c) + interval '30 days' from (select c from app.changes_of_stance(p_now - interval '30 days') c order by c desc limit 3) last having count(*) = 3
$$;

-- How many stances the profile added since an instant.
create or replace function app.added_stances(p_since timestamptz)
returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from public.organization_stance s where s.organization_id = app.org() and s.source = 'profile'
    and s.since in (select app.changes_of_stance(p_since))
$$;

-- When the profile added stances. Each addition hides live parts and so reveals what their owners make. A profile may add three
-- times in thirty days; its approval and its first declaration of products do not count.
create or replace function app.changes_of_stance(p_since timestamptz)
returns setof timestamptz language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct s.since from public.organization_stance s where s.organization_id = app.org() and s.source = 'profile' and s.since > p_since
    and s.since not in (select min(coalesce(f.since, '-infinity')) from public.organization_stance f
      where f.organization_id = app.org() and f.source = 'profile' group by f.key like '%:link:%')
$$;

grant execute on function
  app.stances(),
  app.set_stances(uuid, text, text[], timestamptz)
to lilink_app, lilink_worker;
grant execute on function
  app.new_stances(text[], timestamptz),
  app.next_stances(timestamptz),
  app.added_stances(timestamptz)
to lilink_app;
