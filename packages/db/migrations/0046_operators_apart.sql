-- The three administrators of the operator keep away from what concerns another body of theirs, as officers do.
--
-- As before, and of the operator's people too.
create or replace function app.other_bodies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from public.organization o where o.id = app.org() and o.kind in ('coordination_group', 'regulator', 'operator')) then return '{}'; end if;
  return app.bodies_beside();
end $$;
--> statement-breakpoint
-- As before; who belongs to another body reads the audit of nobody: the entries of the secretariat tell of every firm.
create or replace function app.audits() returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return app.kind() = 'member' and app.other_bodies() = '{}' and exists (select 1 from public.membership m join public.organization o on o.id = m.organization_id
    where m.person_id = app.person() and m.organization_id = app.org() and m.active and 'audit_admin' = any (m.duties)
      and o.kind = 'operator' and o.status = 'verified');
end $$;
--> statement-breakpoint
-- As before, and nothing of a barred organization; one that was open when its opener joined a rival is closed to them.
create or replace function app.break_glass(p_id uuid, p_public_id text, p_organization text, p_reason text, p_now timestamptz, p_minutes integer)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
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
--> statement-breakpoint
create or replace function app.glass_organization(p_public_id text, p_now timestamptz) returns uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  select g.organization_id from public.broken_glass g where g.public_id = p_public_id and g.person_id = app.person()
    and g.closed_at is null and g.ends_at > p_now and app.holds('system_admin') and g.organization_id <> all (app.barred())
$$;
--> statement-breakpoint
-- Whether an account, named by its address or id, is of somebody who belongs to a barred organization.
create function app.barred_account(p_account text) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select app.holds('security_admin') and exists (select 1 from public.person p join public.membership m on m.person_id = p.id and m.active
    where (p.public_id = p_account or p.email = lower(p_account)) and p.id <> app.person() and m.organization_id = any (app.barred()))
$$;
--> statement-breakpoint
revoke all on function app.barred_account(text) from public;
--> statement-breakpoint
grant execute on function app.barred_account(text) to lilink_app;
--> statement-breakpoint
create or replace function app.find_account(p_email text, p_now timestamptz)
returns table (public_id text, email text, name text, disabled_at timestamptz, sessions integer, factors integer, own boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.holds('security_admin') then raise exception 'not the security administrator' using errcode = '42501'; end if;
  if app.barred_account(p_email) then raise exception 'a conflict of interest' using errcode = '42501'; end if;
  return query select p.public_id, p.email, p.name, p.disabled_at,
    (select count(*)::int from public.session s where s.person_id = p.id and s.revoked_at is null and s.expires_at > p_now),
    (select count(*)::int from public.second_factor f where f.person_id = p.id and f.confirmed_at is not null),
    p.id = app.person() from public.person p where p.email = lower(p_email);
end $$;
--> statement-breakpoint
create or replace function app.manage_account(p_public_id text, p_what text, p_now timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, public as $$
declare v uuid;
begin
  if not app.holds('security_admin') then raise exception 'not the security administrator' using errcode = '42501'; end if;
  if app.barred_account(p_public_id) then raise exception 'a conflict of interest' using errcode = '42501'; end if;
  select id into v from public.person where public_id = p_public_id and id is distinct from app.person() for update;
  if v is null then return null; end if;
  if p_what = 'lock' then update public.person set disabled_at = coalesce(disabled_at, p_now) where id = v; end if;
  if p_what = 'unlock' then update public.person set disabled_at = null where id = v; end if;
  if p_what = 'resetFactors' then
    delete from public.second_factor where person_id = v;
    delete from public.recovery_code where person_id = v;
  end if;
  if p_what <> 'unlock' then
    update public.session set revoked_at = p_now where person_id = v and revoked_at is null;
    update public.sign_in_step set used_at = p_now where person_id = v and used_at is null;
  end if;
  return v;
end $$;
