ALTER TABLE "organization_stance" ADD COLUMN "since" timestamp (3) with time zone;
--> statement-breakpoint
-- As before, and it keeps since when a stance is taken; one that still lasted is not taken anew.
create or replace function app.set_stances(p_org uuid, p_source text, p_keys text[], p_now timestamptz) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_group uuid[]; v_new boolean;
begin
  if p_org is distinct from app.org() and not app.officer() and app.kind() <> 'job' then
    raise exception 'not the own organization' using errcode = '42501';
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
    select p_org, p_source, k, p_now from unnest(p_keys) k group by k
    on conflict (organization_id, source, key) do update set until = null, since = case when s.until <= p_now then p_now else s.since end;
  return case when v_new then v_group else '{}' end;
end $$;
--> statement-breakpoint
-- How many stances the own profile took after an instant, beyond its first declaration.
create function app.added_stances(p_since timestamptz) returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::int from public.organization_stance s where s.organization_id = app.org() and s.source = 'profile'
    and s.since > p_since and s.since > (select min(coalesce(f.since, '-infinity')) from public.organization_stance f
      where f.organization_id = app.org() and f.source = 'profile')
$$;
--> statement-breakpoint
revoke all on function app.added_stances(timestamptz) from public;
--> statement-breakpoint
grant execute on function app.added_stances(timestamptz) to lilink_app;
