-- Versions of the ranking, and which of them the secretariat adopted.

-- engine_version
grant select on engine_version to lilink_app;
grant select, insert on engine_version to lilink_worker;
create policy worker on engine_version to lilink_worker using (true) with check (true);
create policy adopted_or_officer on engine_version for select to lilink_app
  using ((select app.officer()) or ((select app.verified()) and version = (select app.adopted_version())));

-- engine_decision
grant select, insert on engine_decision to lilink_app;
grant select on engine_decision to lilink_worker;
create policy worker on engine_decision to lilink_worker using (true) with check (true);
create policy officer on engine_decision for select to lilink_app using ((select app.officer()));
create policy secretary on engine_decision for insert to lilink_app with check ((select app.officer()) and decided_by = (select app.person())
  and exists (select 1 from membership m where m.person_id = (select app.person()) and m.organization_id = (select app.org())
    and m.active and 'secretary' = any (m.duties)));

-- The version adopted last. Those who are ranked by it may read it, and no other.
create or replace function app.adopted_version()
returns text language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select d.version from public.engine_decision d where d.adopted order by d.decided_at desc, d.id desc limit 1);
end $$;

grant execute on function
  app.adopted_version()
to lilink_app, lilink_worker;
