-- Each stance that a profile takes makes live parts vanish and so tells what their owners make, who may be without a name. It takes
-- them anew three times in thirty days, its approval and its first declaration of products aside.
create function app.changes_of_stance(p_since timestamptz) returns setof timestamptz
language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct s.since from public.organization_stance s where s.organization_id = app.org() and s.source = 'profile' and s.since > p_since
    and s.since not in (select min(coalesce(f.since, '-infinity')) from public.organization_stance f
      where f.organization_id = app.org() and f.source = 'profile' group by f.key like '%:link:%')
$$;
--> statement-breakpoint
-- From when on the own profile may take stances anew; null where it may now.
create function app.next_stances(p_now timestamptz) returns timestamptz language sql stable security definer set search_path = pg_catalog, public as $$
  select min(c) + interval '30 days' from (select c from app.changes_of_stance(p_now - interval '30 days') c order by c desc limit 3) last having count(*) = 3
$$;
--> statement-breakpoint
-- Which of these the own organization does not take already, by its profile or by what it published.
create function app.new_stances(p_keys text[], p_now timestamptz) returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select array(select distinct k from unnest(p_keys) k where not exists (select 1 from public.organization_stance s
    where s.organization_id = app.org() and s.key = k and (s.until is null or s.until > p_now)))
$$;
--> statement-breakpoint
revoke all on function app.changes_of_stance(timestamptz), app.next_stances(timestamptz), app.new_stances(text[], timestamptz) from public;
--> statement-breakpoint
grant execute on function app.next_stances(timestamptz), app.new_stances(text[], timestamptz) to lilink_app;
--> statement-breakpoint
-- As before, with what was taken anew alone in the count.
create or replace function app.added_stances(p_since timestamptz) returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from public.organization_stance s where s.organization_id = app.org() and s.source = 'profile'
    and s.since in (select app.changes_of_stance(p_since))
$$;
--> statement-breakpoint
-- As before, and the own profile takes nothing anew before it may. What stood already, by a posting, counts as no change.
create or replace function app.set_stances(p_org uuid, p_source text, p_keys text[], p_now timestamptz) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, public as $$
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
