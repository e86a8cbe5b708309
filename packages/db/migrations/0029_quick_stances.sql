-- As before, and for whoever acts for neither the secretariat nor a regulator without a look at their other bodies: every
-- search and list asks for its reader's stances.
create or replace function app.stances() returns text[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if exists (select 1 from public.organization o where o.id = app.org() and o.kind in ('coordination_group', 'regulator')) then
    return app.stances_of(app.org()) || app.body_stances();
  end if;
  return app.stances_of(app.org());
end $$;
