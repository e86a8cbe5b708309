-- Row security on every table. The app role reads what the actor may read; the worker has policies of its own.
do $$
declare t record;
begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind = 'r' loop
    execute format('alter table public.%I enable row level security', t.relname);
    execute format('alter table public.%I force row level security', t.relname);
    execute format('create policy maintenance on public.%I to %I using (true) with check (true)', t.relname, current_user);
    execute format('create policy worker on public.%I to lilink_worker using (true) with check (true)', t.relname);
    execute format('revoke all on public.%I from public', t.relname);
  end loop;
end $$;
--> statement-breakpoint
grant usage on schema public, app to lilink_app, lilink_worker;
--> statement-breakpoint
revoke all on all functions in schema app from public;
--> statement-breakpoint
grant execute on all functions in schema app to lilink_app, lilink_worker;
--> statement-breakpoint
revoke execute on function app.find_credential(text), app.set_password(uuid, text, timestamptz),
  app.register_person(uuid, text, text, text, text, text, timestamptz), app.find_external(text, text, text, uuid, timestamptz),
  app.open_session(uuid, uuid, text, timestamptz, timestamptz), app.sign_in_wait(text, text, timestamptz),
  app.note_sign_in(text, text, boolean, timestamptz), app.send_mail_token(uuid, text, text, jsonb, text, timestamptz, timestamptz),
  app.find_mail_token(text, text, timestamptz), app.finish_registration(text, uuid, text, timestamptz),
  app.finish_reset(text, text, timestamptz), app.find_invitation(text, timestamptz), app.accept_invitation(text, timestamptz),
  app.join_by_invitation(text, uuid, text, text, text, text, timestamptz) from lilink_worker;
--> statement-breakpoint
-- The worker reads what its jobs need and never a secret of sign-in.
grant select on all tables in schema public to lilink_worker;
--> statement-breakpoint
revoke all on credential, external_identity, session, sign_in_throttle, mail_token, invitation, api_key from lilink_worker;
--> statement-breakpoint
grant insert, update, delete on match, job_done, worker_beat, notice, mail, organization_stance, series, observation to lilink_worker;
--> statement-breakpoint
grant insert, delete on outbox to lilink_worker;
--> statement-breakpoint
grant usage on all sequences in schema public to lilink_app, lilink_worker;
--> statement-breakpoint
grant insert on audit_entry to lilink_worker;
--> statement-breakpoint
grant update on posting, posting_part, posting_head, introduction, saved_search, consent to lilink_worker;
--> statement-breakpoint
-- What only an officer's decision may change (status, code, group, duties) is written by functions, not by a column grant.
grant select on organization, organization_profile, membership, claim to lilink_app;
--> statement-breakpoint
grant update (name_zh, name_en, name_pinyin, province, links, description, website, updated_at) on organization to lilink_app;
--> statement-breakpoint
grant update (contact_name, contact_email, contact_phone, offers, needs, updated_at) on organization_profile to lilink_app;
--> statement-breakpoint
grant select, insert, update on organization_group to lilink_app;
--> statement-breakpoint
grant update (role, active) on membership to lilink_app;
--> statement-breakpoint
grant insert, update (state, decided_at) on claim to lilink_app;
--> statement-breakpoint
grant select, update (name, phone, locale, notice_choice) on person to lilink_app;
--> statement-breakpoint
grant select, update (organization_id, revoked_at) on session to lilink_app;
--> statement-breakpoint
grant select, insert, update on invitation, posting, posting_draft, posting_version, api_key, match_mark, saved_search, introduction, introduction_message, ledger_entry to lilink_app;
--> statement-breakpoint
grant delete on posting, posting_draft, match_mark, saved_search, attachment to lilink_app;
--> statement-breakpoint
grant select (posting_id, version, level, walled, state, public_id, kind, concept, link, language, fields, facets, search, published_at, valid_until),
  insert, update (state, published_at, valid_until) on posting_part to lilink_app;
--> statement-breakpoint
grant select (posting_id, public_id, kind, state, ended_at), update (state, ended_at) on posting_head to lilink_app;
--> statement-breakpoint
grant select, insert on posting_review, audit_entry to lilink_app;
--> statement-breakpoint
grant select (id, public_id, posting_id, introduction_id, claim_id, name, type, size, sha256, created_at), insert, update (posting_id, introduction_id, claim_id)
  on attachment to lilink_app;
--> statement-breakpoint
grant select on consent, match, introduction_party, disclosure_read, notice, series, observation, worker_beat to lilink_app;
--> statement-breakpoint
grant update (read_at) on notice to lilink_app;
--> statement-breakpoint
grant insert on outbox to lilink_app;
--> statement-breakpoint
create policy directory on organization for select to lilink_app using (
  status in ('unclaimed', 'verified') or id = (select app.org()) or (select app.officer())
  or exists (select 1 from claim c where c.organization_id = organization.id and c.person_id = (select app.person()))
  or exists (select 1 from membership m where m.organization_id = organization.id and m.person_id = (select app.person())));
--> statement-breakpoint
create policy own_edit on organization for update to lilink_app
  using (id = (select app.org()) and (select app.is_admin())) with check (id = (select app.org()) and (select app.is_admin()));
--> statement-breakpoint
create policy own_or_officer on organization_profile for select to lilink_app
  using (organization_id = (select app.org()) or (select app.officer()));
--> statement-breakpoint
create policy own_edit on organization_profile for update to lilink_app
  using (organization_id = (select app.org()) and (select app.is_admin()))
  with check (organization_id = (select app.org()) and (select app.is_admin()));
--> statement-breakpoint
create policy officer on organization_group to lilink_app using ((select app.officer())) with check ((select app.officer()));
--> statement-breakpoint
create policy own_or_self on membership for select to lilink_app
  using (organization_id = (select app.org()) or person_id = (select app.person()) or (select app.officer()));
--> statement-breakpoint
create policy admin_edit on membership for update to lilink_app
  using (organization_id = (select app.org()) and (select app.is_admin()))
  with check (organization_id = (select app.org()) and (select app.is_admin()));
--> statement-breakpoint
create policy self_or_colleague on person for select to lilink_app using (
  id = (select app.person())
  or exists (select 1 from membership m where m.person_id = person.id and m.organization_id = (select app.org()))
  or ((select app.officer()) and exists (select 1 from claim c where c.person_id = person.id)));
--> statement-breakpoint
create policy self_edit on person for update to lilink_app using (id = (select app.person())) with check (id = (select app.person()));
--> statement-breakpoint
create policy self on session to lilink_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
--> statement-breakpoint
create policy admin_only on invitation to lilink_app
  using (organization_id = (select app.org()) and (select app.is_admin()))
  with check (organization_id = (select app.org()) and (select app.is_admin()));
--> statement-breakpoint
create policy claimant_or_officer on claim for select to lilink_app using (person_id = (select app.person()) or (select app.officer()));
--> statement-breakpoint
create policy claimant on claim for insert to lilink_app with check (person_id = (select app.person()) and state = 'open');
--> statement-breakpoint
create policy withdraw on claim for update to lilink_app
  using (person_id = (select app.person()) and state = 'open')
  with check (person_id = (select app.person()) and state = 'withdrawn');
--> statement-breakpoint
create policy own on posting to lilink_app using (organization_id = (select app.org())) with check (organization_id = (select app.org()));
--> statement-breakpoint
create policy review_read on posting for select to lilink_app using ((select app.officer()) and state = 'in_review');
--> statement-breakpoint
create policy own on posting_draft to lilink_app using (organization_id = (select app.org())) with check (organization_id = (select app.org()));
--> statement-breakpoint
create policy own on posting_version to lilink_app using (organization_id = (select app.org())) with check (organization_id = (select app.org()));
--> statement-breakpoint
create policy by_level on posting_part for select to lilink_app using (
  organization_id = (select app.org())
  or (state = 'live' and level = 'everyone')
  or (state = 'live' and level = 'member' and (select app.trades())
      and (not walled or not (wall_keys && (select app.stances()))))
  or (state in ('live', 'ended') and level <> 'own' and posting_id = any ((select app.partner_postings())::uuid[]))
  or (state = 'review' and level <> 'own' and (select app.officer()))
  or (state = 'ended' and level in ('everyone', 'member') and (select app.officer())));
--> statement-breakpoint
create policy own_insert on posting_part for insert to lilink_app with check (organization_id = (select app.org()) and state = 'review');
--> statement-breakpoint
create policy own_update on posting_part for update to lilink_app
  using (organization_id = (select app.org())) with check (organization_id = (select app.org()) and state <> 'live');
--> statement-breakpoint
create policy everyone on posting_head for select to lilink_app using (true);
--> statement-breakpoint
create policy own_update on posting_head for update to lilink_app
  using (organization_id = (select app.org())) with check (organization_id = (select app.org()) and state in ('closed', 'published'));
--> statement-breakpoint
create policy own_or_officer on posting_review for select to lilink_app using (organization_id = (select app.org()) or (select app.officer()));
--> statement-breakpoint
create policy officer on posting_review for insert to lilink_app with check ((select app.officer()) and reviewed_by = (select app.person()));
--> statement-breakpoint
create policy visible on attachment for select to lilink_app using (
  (organization_id = (select app.org()) and claim_id is null)
  or introduction_id = any ((select app.open_introductions())::uuid[])
  or (claim_id is not null and (select app.officer()))
  or exists (select 1 from claim c where c.id = attachment.claim_id and c.person_id = (select app.person()))
  or exists (select 1 from posting_part p where p.posting_id = attachment.posting_id
       and p.fields -> 'attachments' @> jsonb_build_array(jsonb_build_object('publicId', attachment.public_id))));
--> statement-breakpoint
create policy own_write on attachment for insert to lilink_app
  with check (organization_id = (select app.org()) or (claim_id is not null and uploaded_by = (select app.person())));
--> statement-breakpoint
create policy own_update on attachment for update to lilink_app
  using (organization_id = (select app.org())) with check (organization_id = (select app.org()));
--> statement-breakpoint
create policy own_delete on attachment for delete to lilink_app using (organization_id = (select app.org()));
--> statement-breakpoint
create policy both_sides on consent for select to lilink_app using (
  organization_id = (select app.org())
  or exists (select 1 from posting p where p.id = consent.posting_id and p.organization_id = (select app.org())));
--> statement-breakpoint
create policy reader on match for select to lilink_app using (reader_organization_id = (select app.org()));
--> statement-breakpoint
create policy own on match_mark to lilink_app using (organization_id = (select app.org())) with check (organization_id = (select app.org()));
--> statement-breakpoint
create policy party on introduction for select to lilink_app using (id = any ((select app.my_introductions())::uuid[]));
--> statement-breakpoint
create policy ask on introduction for insert to lilink_app with check ((select app.verified()) and state = 'sent');
--> statement-breakpoint
create policy party_edit on introduction for update to lilink_app
  using (id = any ((select app.my_introductions())::uuid[])) with check (id = any ((select app.my_introductions())::uuid[]));
--> statement-breakpoint
create policy own_or_open on introduction_party for select to lilink_app
  using (organization_id = (select app.org()) or introduction_id = any ((select app.open_introductions())::uuid[]));
--> statement-breakpoint
create policy own_contact on introduction_party for update to lilink_app
  using (organization_id = (select app.org())) with check (organization_id = (select app.org()));
--> statement-breakpoint
grant update (contact_person_id, contact_name, contact_email, contact_phone) on introduction_party to lilink_app;
--> statement-breakpoint
create policy open_thread on introduction_message for select to lilink_app using (introduction_id = any ((select app.open_introductions())::uuid[]));
--> statement-breakpoint
create policy own_message on introduction_message for insert to lilink_app
  with check (organization_id = (select app.org()) and introduction_id = any ((select app.open_introductions())::uuid[]));
--> statement-breakpoint
create policy open_ledger on ledger_entry to lilink_app
  using (introduction_id = any ((select app.open_introductions())::uuid[]))
  with check (introduction_id = any ((select app.open_introductions())::uuid[]));
--> statement-breakpoint
create policy self on notice for select to lilink_app using (person_id = (select app.person()));
--> statement-breakpoint
create policy self_edit on notice for update to lilink_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
--> statement-breakpoint
create policy self on saved_search to lilink_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
--> statement-breakpoint
create policy own_read on audit_entry for select to lilink_app using (organization_id = (select app.org()) and (select app.is_admin()));
--> statement-breakpoint
create policy append on audit_entry for insert to lilink_app
  with check (organization_id is not distinct from (select app.org()) and person_id is not distinct from (select app.person()));
--> statement-breakpoint
create policy owner_or_reader on disclosure_read for select to lilink_app
  using (owner_organization_id = (select app.org()) or reader_organization_id = (select app.org()));
--> statement-breakpoint
create policy append on outbox for insert to lilink_app with check (true);
--> statement-breakpoint
create policy own_admin on api_key to lilink_app
  using (organization_id = (select app.org()) and (select app.is_admin()))
  with check (organization_id = (select app.org()) and (select app.is_admin()));
--> statement-breakpoint
create policy everyone on series for select to lilink_app using (true);
--> statement-breakpoint
create policy everyone on observation for select to lilink_app using (true);
--> statement-breakpoint
create policy everyone on worker_beat for select to lilink_app using (true);
