-- Webhooks: which address gets which events, and which events wait to be sent.

-- webhook_endpoint
grant insert, delete on webhook_endpoint to lilink_app;
grant select (id, public_id, organization_id, url, created_by, created_at, paused_at) on webhook_endpoint to lilink_app;
grant update (paused_at) on webhook_endpoint to lilink_app;
grant select on webhook_endpoint to lilink_worker;
grant update (secret, sealed) on webhook_endpoint to lilink_worker;
create policy own on webhook_endpoint to lilink_app using (organization_id = (select app.org()) and (select app.is_admin()))
  with check (organization_id = (select app.org()) and (select app.is_admin()));
-- Only the job that decrypts a secret reads it.
create policy worker on webhook_endpoint to lilink_worker
  using (sealed is null or (select nullif(current_setting('app.unseals', true), '')) = '1') with check (true);

-- webhook_delivery
grant select (
  id, endpoint_id, organization_id, event_id, kind, subject_kind, subject_id, state, attempts, status, next_at,
  settled_at, created_at
) on webhook_delivery to lilink_app;
grant update (state, attempts, next_at, settled_at) on webhook_delivery to lilink_app;
grant select, update, delete on webhook_delivery to lilink_worker;
create policy worker on webhook_delivery to lilink_worker using (true) with check (true);
create policy own on webhook_delivery to lilink_app using (organization_id = (select app.org()) and (select app.is_admin()))
  with check (organization_id = (select app.org()) and (select app.is_admin()));

-- Queues deliveries to endpoints whose maker is still an administrator. Endpoints of a person with a seat in the coordination
-- group hear nothing about returns.
create or replace function app.note_webhooks()
returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
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
