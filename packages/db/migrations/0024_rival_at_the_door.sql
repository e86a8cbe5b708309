-- All stances of an organization and of its group; nobody calls it but the functions below.
create function app.stances_of(p_org uuid) returns text[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct s.key), '{}') from public.organization_stance s
    where (s.until is null or s.until > now()) and s.organization_id in (
      select p_org union
      select b.organization_id from public.organization_profile a
        join public.organization_profile b on b.group_id = a.group_id where a.organization_id = p_org));
end $$;
--> statement-breakpoint
revoke all on function app.stances_of(uuid) from public;
--> statement-breakpoint
create or replace function app.stances() returns text[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return app.stances_of(app.org());
end $$;
--> statement-breakpoint
-- Whether the side that asks competes with the posting it asks about, by the wall's own rule. Only the asked side learns
-- it, and only while it has to answer or has accepted; null for everybody else.
create function app.asker_competes(p_introduction uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from public.posting_part x where x.posting_id = i.asked_posting_id
      and x.state in ('live', 'ended') and x.wall_keys && app.stances_of(them.organization_id))
    from public.introduction i
    join public.introduction_party me on me.introduction_id = i.id and me.side = 'asked' and me.organization_id = app.org()
    join public.introduction_party them on them.introduction_id = i.id and them.side = 'asking'
    where i.id = p_introduction and i.state in ('sent', 'accepted')
$$;
--> statement-breakpoint
revoke all on function app.asker_competes(uuid) from public;
--> statement-breakpoint
grant execute on function app.asker_competes(uuid) to lilink_app;
