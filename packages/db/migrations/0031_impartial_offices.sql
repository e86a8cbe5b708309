-- As before; who only reads for the secretariat decides nothing for it, whatever duty is left from before.
create or replace function app.officer() returns boolean language sql stable as
  $$ select coalesce(current_setting('app.officer', true), '') = '1' and coalesce(current_setting('app.role', true), '') <> 'viewer' $$;
--> statement-breakpoint
-- As before; whoever comes back begins without the duties held before.
create or replace function app.accept_invitation(p_hash text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.invitation;
begin
  update public.invitation i set accepted_at = p_now
    where i.token_hash = p_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > p_now
      and i.email = (select p.email from public.person p where p.id = app.person())
      and exists (select 1 from public.organization o where o.id = i.organization_id and o.status in ('verified', 'pending', 'unclaimed'))
    returning i.* into v;
  if v.id is null then return null; end if;
  insert into public.membership as m (organization_id, person_id, role, active, created_at)
    values (v.organization_id, app.person(), v.role, true, p_now)
    on conflict (organization_id, person_id) do update set active = true, role = case when m.active then m.role else excluded.role end,
      duties = case when m.active then m.duties else '{}' end;
  return v.organization_id;
end $$;
--> statement-breakpoint
-- As before, and nobody is put into a group with whom the acting person stays away from, nor taken out of one.
create or replace function app.assign_group(p_org uuid, p_group uuid, p_now timestamptz)
returns uuid[] language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_before uuid; v_barred uuid[] := app.barred();
begin
  if not app.officer() or p_org = any (v_barred) then raise exception 'not an officer' using errcode = '42501'; end if;
  select group_id into v_before from public.organization_profile where organization_id = p_org for update;
  if exists (select 1 from public.organization_profile where group_id in (v_before, p_group) and organization_id = any (v_barred)) then
    raise exception 'a group of a conflict of interest' using errcode = '42501';
  end if;
  insert into public.organization_profile (organization_id, group_id, updated_at) values (p_org, p_group, p_now)
    on conflict (organization_id) do update set group_id = p_group, updated_at = p_now;
  return array(select organization_id from public.organization_profile
    where group_id in (v_before, p_group) or organization_id = p_org);
end $$;
--> statement-breakpoint
-- As before, but for those reports from which the acting person stays away.
create or replace function app.report_names(p_ids uuid[]) returns table (id uuid, reporter text, about text)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_barred uuid[] := app.barred_reports();
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  return query select r.id, a.name_zh, b.name_zh from public.abuse_report r
    join public.organization a on a.id = r.organization_id join public.organization b on b.id = r.about_organization_id
    where r.id = any (p_ids) and r.id <> all (v_barred);
end $$;
--> statement-breakpoint
create policy impartial_note on public_figure as restrictive for insert to lilink_app
  with check (organization_id <> all ((select app.barred())::uuid[]));
--> statement-breakpoint
create policy impartial_remove on public_figure as restrictive for delete to lilink_app
  using (organization_id <> all ((select app.barred())::uuid[]));
--> statement-breakpoint
create policy impartial_take on meeting_decision as restrictive for insert to lilink_app
  with check (owner_organization_id <> all ((select app.barred())::uuid[]));
--> statement-breakpoint
create policy impartial_end on meeting_decision as restrictive for update to lilink_app
  using (owner_organization_id <> all ((select app.barred())::uuid[]))
  with check (owner_organization_id <> all ((select app.barred())::uuid[]));
