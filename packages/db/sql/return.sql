-- Returns of figures: rounds, sheets, values, explanations, events, files. The owner files, a regulator or officer checks,
-- and nobody checks what they made.

-- return_round
grant select, insert on return_round to lilink_app;
grant update (due_at, closed_at) on return_round to lilink_app;
grant select, insert on return_round to lilink_worker;
create policy worker on return_round to lilink_worker using (true) with check (true);
create policy officer_moves on return_round for update to lilink_app using ((select app.officer())) with check ((select app.officer()));
create policy officer_opens on return_round for insert to lilink_app with check ((select app.officer()) and opened_by = (select app.person()));
create policy signed_in on return_round for select to lilink_app using ((select app.org()) is not null);

-- return_form
grant select, insert on return_form to lilink_app;
grant update (state, late, submitted_by, submitted_at, updated_at) on return_form to lilink_app;
grant select, insert, update on return_form to lilink_worker;
create policy worker on return_form to lilink_worker using (true) with check (true);
create policy officer_opens on return_form for insert to lilink_app with check ((select app.officer()) and state = 'open' and version = 1);
-- Only app.decide_return and app.reopen_return move what was handed in; the person who hands in signs with their own name.
create policy own on return_form for update to lilink_app
  using (organization_id = (select app.org()) and (select app.files()) and state in ('open', 'draft', 'queried'))
  with check (organization_id = (select app.org()) and (state in ('open', 'draft', 'queried')
    or (state in ('submitted', 'resubmitted') and submitted_by is not distinct from (select app.person()))));
create policy own_or_checker on return_form for select to lilink_app
  using ((organization_id = (select app.org()) and (select app.files())) or (select app.officer()) or app.checks(organization_id, province));

-- return_value
grant select, insert, delete on return_value to lilink_app;
grant update (raw, unit, value, imputed, revision, changed_by, changed_at) on return_value to lilink_app;
grant select, insert, update, delete on return_value to lilink_worker;
create policy worker on return_value to lilink_worker using (true) with check (true);
-- Who files changes the version in hand, and signs with their own name.
create policy own_adds on return_value for insert to lilink_app with check (organization_id = (select app.org()) and (select app.files()) and exists (select 1 from return_form f
    where f.id = form_id and f.organization_id = (select app.org()) and f.version = return_value.version
      and f.state in ('open', 'draft', 'queried'))
  and changed_by is not distinct from (select app.person()));
create policy own_changes on return_value for update to lilink_app using (organization_id = (select app.org()) and (select app.files()) and exists (select 1 from return_form f
    where f.id = form_id and f.organization_id = (select app.org()) and f.version = return_value.version
      and f.state in ('open', 'draft', 'queried')))
  with check (organization_id = (select app.org()) and (select app.files()) and exists (select 1 from return_form f
    where f.id = form_id and f.organization_id = (select app.org()) and f.version = return_value.version
      and f.state in ('open', 'draft', 'queried'))
  and changed_by is not distinct from (select app.person()));
create policy own_removes on return_value for delete to lilink_app using (organization_id = (select app.org()) and (select app.files()) and exists (select 1 from return_form f
    where f.id = form_id and f.organization_id = (select app.org()) and f.version = return_value.version
      and f.state in ('open', 'draft', 'queried')));
-- A checker reads what was handed in, and nothing of a body that the checker stays away from.
create policy own_or_checker on return_value for select to lilink_app using ((organization_id = (select app.org()) and (select app.files()))
  or exists (select 1 from return_form f where f.id = form_id and f.organization_id <> (select app.org())
    and app.checks(f.organization_id, f.province) and f.organization_id <> all ((select app.barred())::uuid[])
    and (return_value.version < f.version or f.state in ('submitted', 'resubmitted', 'verified', 'locked'))));

-- return_explanation
grant select, insert, delete on return_explanation to lilink_app;
grant update (text, changed_by, changed_at) on return_explanation to lilink_app;
grant select, insert on return_explanation to lilink_worker;
create policy worker on return_explanation to lilink_worker using (true) with check (true);
-- Who files changes the version in hand, and signs with their own name.
create policy own_adds on return_explanation for insert to lilink_app with check (organization_id = (select app.org()) and (select app.files()) and exists (select 1 from return_form f
    where f.id = form_id and f.organization_id = (select app.org()) and f.version = return_explanation.version
      and f.state in ('open', 'draft', 'queried'))
  and changed_by is not distinct from (select app.person()));
create policy own_changes on return_explanation for update to lilink_app using (organization_id = (select app.org()) and (select app.files()) and exists (select 1 from return_form f
    where f.id = form_id and f.organization_id = (select app.org()) and f.version = return_explanation.version
      and f.state in ('open', 'draft', 'queried')))
  with check (organization_id = (select app.org()) and (select app.files()) and exists (select 1 from return_form f
    where f.id = form_id and f.organization_id = (select app.org()) and f.version = return_explanation.version
      and f.state in ('open', 'draft', 'queried'))
  and changed_by is not distinct from (select app.person()));
create policy own_removes on return_explanation for delete to lilink_app using (organization_id = (select app.org()) and (select app.files()) and exists (select 1 from return_form f
    where f.id = form_id and f.organization_id = (select app.org()) and f.version = return_explanation.version
      and f.state in ('open', 'draft', 'queried')));
-- A checker reads what was handed in, and nothing of a body that the checker stays away from.
create policy own_or_checker on return_explanation for select to lilink_app using ((organization_id = (select app.org()) and (select app.files()))
  or exists (select 1 from return_form f where f.id = form_id and f.organization_id <> (select app.org())
    and app.checks(f.organization_id, f.province) and f.organization_id <> all ((select app.barred())::uuid[])
    and (return_explanation.version < f.version or f.state in ('submitted', 'resubmitted', 'verified', 'locked'))));

-- return_event
grant select, insert on return_event to lilink_app;
grant select, insert on return_event to lilink_worker;
create policy worker on return_event to lilink_worker using (true) with check (true);
create policy own_adds on return_event for insert to lilink_app with check (kind in ('submitted', 'opened') and by_organization = (select app.org())
  and by_person is not distinct from (select app.person()) and exists (select 1 from return_form f where f.id = form_id
    and f.organization_id = return_event.organization_id and (f.organization_id = (select app.org()) or (select app.officer()))));
create policy own_or_checker on return_event for select to lilink_app using (exists (select 1 from return_form f where f.id = form_id)
  and organization_id <> all ((select app.barred())::uuid[]));

-- return_import
grant select, insert on return_import to lilink_app;
grant update (state) on return_import to lilink_app;
grant select, insert, update on return_import to lilink_worker;
create policy worker on return_import to lilink_worker using (true) with check (true);
-- Only the people who file returns see the files: no viewer of the organization, and not the holder of its seat.
create policy own on return_import for select to lilink_app using (organization_id = (select app.org()) and (select app.files()));
-- A file belongs to a sheet of the same organization, whatever statement writes it.
create policy own_asks on return_import for insert to lilink_app with check (organization_id = (select app.org()) and (select app.files()) and state = 'waiting'
  and exists (select 1 from return_form f where f.id = form_id and f.organization_id = return_import.organization_id));
create policy own_cancels on return_import for update to lilink_app using (organization_id = (select app.org()) and (select app.files()) and state in ('waiting', 'running'))
  with check (organization_id = (select app.org()) and state = 'cancelled');

-- Verifies or queries what was handed in, once. A viewer decides nothing; maker and checker are two people without a shared
-- interest.
create or replace function app.decide_return(
  p_form uuid, p_version integer, p_verify boolean, p_text text, p_id uuid, p_now timestamptz
) returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare f public.return_form;
begin
  select * into f from public.return_form where id = p_form and version = p_version and state::text = any (app.open_for('return', 'verify')) for update;
  if f.id is null or not app.checks(f.organization_id, f.province) or coalesce(current_setting('app.role', true), '') = 'viewer' then return false; end if;
  if f.submitted_by is not distinct from app.person() or (f.submitted_by is null and f.organization_id = app.org())
    or exists (select 1 from public.return_value v where v.form_id = f.id and v.changed_by = app.person())
    or exists (select 1 from public.membership m where m.organization_id = f.organization_id and m.person_id = app.person() and f.organization_id <> app.org())
    or f.organization_id = any (app.barred())
  then raise exception 'maker and checker are one person, or of one interest' using errcode = '42501'; end if;
  if p_verify then
    update public.return_form set state = 'verified', verified_version = f.version, checked_by = app.person(), checked_at = p_now, updated_at = p_now where id = f.id;
  else
    perform app.copy_return(f.id, f.version);
    update public.return_form set state = 'queried', version = f.version + 1, checked_by = null, checked_at = null, submitted_by = null, updated_at = p_now where id = f.id;
  end if;
  insert into public.return_event (id, form_id, organization_id, version, kind, "text", by_person, by_organization, at)
    values (p_id, f.id, f.organization_id, f.version, case when p_verify then 'verified' else 'queried' end, p_text, app.person(), app.org(), p_now);
  return true;
end $$;

-- The owner takes back what was handed in as a new version, with a reason. The verified version stays as it was.
create or replace function app.reopen_return(p_form uuid, p_version integer, p_reason text, p_id uuid, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare f public.return_form;
begin
  select * into f from public.return_form where id = p_form and version = p_version and organization_id = app.org()
    and state::text = any (app.open_for('return', 'correct')) for update;
  if f.id is null or not app.files() then return false; end if;
  perform app.copy_return(f.id, f.version);
  update public.return_form set state = 'draft', version = f.version + 1, checked_by = null, checked_at = null, submitted_by = null, updated_at = p_now where id = f.id;
  insert into public.return_event (id, form_id, organization_id, version, kind, "text", by_person, by_organization, at)
    values (p_id, f.id, f.organization_id, f.version + 1, 'corrected', p_reason, app.person(), app.org(), p_now);
  return true;
end $$;

-- Starts the next version with the values of the last one; the person who typed a figure stays its maker.
create or replace function app.copy_return(p_form uuid, p_version integer)
returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into public.return_value (id, form_id, organization_id, version, component, site, place, raw, unit, value, imputed, revision, changed_by, changed_at)
    select gen_random_uuid(), form_id, organization_id, p_version + 1, component, site, place, raw, unit, value, imputed, 1, changed_by, changed_at
    from public.return_value where form_id = p_form and version = p_version;
  insert into public.return_explanation (form_id, organization_id, version, "check", "text", changed_by, changed_at)
    select form_id, organization_id, p_version + 1, "check", "text", changed_by, changed_at
    from public.return_explanation where form_id = p_form and version = p_version;
$$;

-- Records that the actor read another's return; the owner sees every row.
create or replace function app.log_return_read(p_form uuid, p_version integer, p_purpose text, p_id uuid, p_now timestamptz)
returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into public.disclosure_read (id, owner_organization_id, form_id, version, level, purpose, reader_organization_id, reader_person_id, at)
  select p_id, f.organization_id, f.id, p_version, 'own', p_purpose, app.org(), app.person(), p_now
  from public.return_form f where f.id = p_form and f.organization_id is distinct from app.org()
$$;

-- Marks the notices that asked for a now submitted return as read. Returns no row, so that nobody learns whose notice was unread.
create or replace function app.settle_return_notices(p_form uuid, p_now timestamptz)
returns setof uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare f public.return_form;
begin
  select * into f from public.return_form where id = p_form and organization_id = app.org() and state in ('submitted', 'resubmitted');
  if f.id is null or not app.files() then return; end if;
  update public.notice n set read_at = p_now
    where n.read_at is null and n.organization_id = f.organization_id
      and n.person_id in (select m.person_id from public.membership m where m.organization_id = f.organization_id)
      and (n.kind = 'return.queried' and starts_with(n.cause_key, f.id || '/')
        or n.kind in ('return.opened', 'return.moved') and (n.cause_key = f.round_id::text or starts_with(n.cause_key, f.round_id || '/'))
          and not exists (select 1 from public.return_form o where o.round_id = f.round_id and o.organization_id = f.organization_id
            and o.state in ('open', 'draft', 'queried')));
end $$;

grant execute on function
  app.decide_return(uuid, integer, boolean, text, uuid, timestamptz),
  app.reopen_return(uuid, integer, text, uuid, timestamptz),
  app.log_return_read(uuid, integer, text, uuid, timestamptz),
  app.settle_return_notices(uuid, timestamptz)
to lilink_app;
