-- What an administrator opened hears for as long as they are one, the holder of the seat hears nothing of returns, and
-- nobody removes another's office.
--
-- As before, for addresses of those who are administrators still; of returns for none that the holder of the seat registered.
create or replace function app.note_webhooks() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_kind text := case when new.name = 'release.print' then 'release.frozen' else new.payload ->> 'kind' end;
  v_about text := split_part(v_kind, '.', 1);
  v_cause text := coalesce(new.payload ->> 'causeKey', new.payload ->> 'releaseId');
  v_org uuid;
  v_subject text;
begin
  if not exists (select 1 from public.webhook_endpoint) then return null; end if;
  if v_about = 'release' then
    select r.public_id into v_subject from public.figure_release r
      where r.id = (new.payload ->> 'releaseId')::uuid and r.state = 'frozen';
  elsif v_about = 'introduction' then
    select p.organization_id into v_org from public.introduction_party p
      where p.introduction_id = (new.payload ->> 'introductionId')::uuid and p.side::text = new.payload ->> 'side';
    v_subject := split_part(new.payload ->> 'path', '/', 3);
  elsif v_about = 'return' then
    v_org := (new.payload ->> 'organizationId')::uuid;
    v_subject := split_part(new.payload ->> 'path', '/', 3);
  else
    v_about := 'posting';
    select p.organization_id, p.public_id into v_org, v_subject from public.posting p where p.id = (new.payload ->> 'postingId')::uuid;
  end if;
  if coalesce(v_subject, '') = '' then return null; end if;
  insert into public.webhook_delivery (id, endpoint_id, organization_id, event_id, kind, subject_kind, subject_id, cause_key, next_at, created_at)
    select gen_random_uuid(), e.id, e.organization_id, new.id, v_kind, v_about, v_subject, v_cause, new.run_at, new.created_at
    from public.webhook_endpoint e join public.organization o on o.id = e.organization_id and o.status = 'verified'
    where (v_about = 'release' or e.organization_id = v_org)
      and (e.created_by is null or exists (select 1 from public.membership m where m.person_id = e.created_by
        and m.organization_id = e.organization_id and m.active and m.role = 'admin' and not (v_about = 'return' and 'delegate' = any (m.duties))))
    on conflict do nothing;
  if found then
    insert into public.outbox (id, name, payload, run_at, created_at) values (gen_random_uuid(), 'webhook.send', '{}', new.run_at, new.created_at);
  end if;
  return null;
end $$;
--> statement-breakpoint
-- Addresses of those who left before go, as their keys did.
delete from webhook_endpoint e where e.created_by is not null and not exists (select 1 from membership m
  where m.person_id = e.created_by and m.organization_id = e.organization_id and m.active and m.role = 'admin');
--> statement-breakpoint
alter policy owner_or_reader on disclosure_read using ((owner_organization_id = (select app.org()) and (form_id is null or (select app.files())))
  or reader_organization_id = (select app.org()));
--> statement-breakpoint
-- The three offices are given and taken by whoever holds the machine, and by nobody else's word.
create function app.keep_office() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if current_user = 'lilink_app' and old.duties && array['system_admin', 'security_admin', 'audit_admin'] and old.person_id is distinct from app.person() then
    raise exception 'an office of somebody else' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
revoke all on function app.keep_office() from public;
--> statement-breakpoint
create trigger office_kept before update on membership for each row execute function app.keep_office();
