-- Emergency access (in code `broken_glass`): a system administrator reads one organization's postings for at most an hour, with
-- a reason, and the organization's log shows every reading.

-- broken_glass
grant select on broken_glass to lilink_app;
grant select on broken_glass to lilink_worker;
create policy worker on broken_glass to lilink_worker using (true) with check (true);
-- The person who opened it, and the administrators of the organization it concerns.
create policy own_or_reader on broken_glass for select to lilink_app using (person_id = (select app.person())
  or (organization_id = (select app.org()) and (select app.is_admin())));

-- Opens emergency access, never to a barred organization. Access that was open when its holder joined a competitor ends.
create or replace function app.break_glass(
  p_id uuid, p_public_id text, p_organization text, p_reason text, p_now timestamptz, p_minutes integer
) returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v uuid;
begin
  if not app.holds('system_admin') or p_minutes not between 1 and 60 or length(p_reason) < 10 then
    raise exception 'not the system administrator, or no reason' using errcode = '42501';
  end if;
  select id into v from public.organization where public_id = p_organization and kind <> 'operator' and status <> 'unclaimed';
  if v = any (app.barred()) then raise exception 'a conflict of interest' using errcode = '42501'; end if;
  if v is null then return null; end if;
  insert into public.broken_glass (id, public_id, person_id, organization_id, reason, opened_at, ends_at)
    values (p_id, p_public_id, app.person(), v, p_reason, p_now, p_now + make_interval(mins => p_minutes));
  return v;
end $$;

create or replace function app.close_glass(p_public_id text, p_now timestamptz)
returns uuid language sql security definer set search_path = pg_catalog, public as $$
  update public.broken_glass set closed_at = p_now
    where public_id = p_public_id and person_id = app.person() and closed_at is null and ends_at > p_now returning id
$$;

create or replace function app.glass_organization(p_public_id text, p_now timestamptz)
returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select g.organization_id from public.broken_glass g where g.public_id = p_public_id and g.person_id = app.person()
    and g.closed_at is null and g.ends_at > p_now and app.holds('system_admin') and g.organization_id <> all (app.barred())
$$;

create or replace function app.glass_postings(p_public_id text, p_now timestamptz)
returns table (public_id text, kind text, concept text, state text, version integer)
language sql stable security definer set search_path = pg_catalog, public as $$
  select p.public_id, p.kind::text, v.content ->> 'concept', p.state::text, v.version from public.posting p
    join lateral (select v.* from public.posting_version v where v.posting_id = p.id order by v.version desc limit 1) v on true
    where p.organization_id = app.glass_organization(p_public_id, p_now) order by p.created_at desc limit 200
$$;

-- Reads a posting and writes the line in the owner's log in one statement: there is no reading without the line.
create or replace function app.read_glass(p_glass text, p_posting text, p_log uuid, p_now timestamptz)
returns jsonb language plpgsql security definer set search_path = pg_catalog, public as $$
declare v record;
begin
  select p.id, p.organization_id, w.version, w.content into v from public.posting p
    join public.posting_version w on w.posting_id = p.id
    where p.public_id = p_posting and p.organization_id = app.glass_organization(p_glass, p_now) order by w.version desc limit 1;
  if v.id is null then return null; end if;
  insert into public.disclosure_read (id, owner_organization_id, posting_id, version, level, purpose, reader_organization_id, reader_person_id, at)
    values (p_log, v.organization_id, v.id, v.version, 'own', 'emergency', app.org(), app.person(), p_now);
  return v.content;
end $$;

grant execute on function
  app.break_glass(uuid, text, text, text, timestamptz, integer),
  app.close_glass(text, timestamptz),
  app.glass_organization(text, timestamptz),
  app.glass_postings(text, timestamptz),
  app.read_glass(text, text, uuid, timestamptz)
to lilink_app;
