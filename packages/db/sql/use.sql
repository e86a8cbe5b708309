-- For what a posting may be used: its author's terms, and who accepted them. What is not accepted is not read.

-- posting_use: the author, and members who may be asked to accept it. A version is never changed.
-- Who of the author set them is the author's own: it would tell that two nameless postings are of one hand.
grant select (posting_id, version, purposes, framework, until, words, set_at), insert on posting_use to lilink_app;
grant select on posting_use to lilink_worker;
create policy worker on posting_use for select to lilink_worker using (true);
create policy own on posting_use to lilink_app using (exists (select 1 from posting p where p.id = posting_id and p.organization_id = (select app.org())))
  with check (exists (select 1 from posting p where p.id = posting_id and p.organization_id = (select app.org())) and set_by is not distinct from (select app.person()));
create policy asked on posting_use for select to lilink_app using ((select app.trades()) and version = app.present_use(posting_id));

-- posting_use_acceptance: who accepted, and the author of the posting
grant select, insert on posting_use_acceptance to lilink_app;
grant select on posting_use_acceptance to lilink_worker;
create policy worker on posting_use_acceptance for select to lilink_worker using (true);
create policy own on posting_use_acceptance for select to lilink_app using (org_id = (select app.org()));
create policy author on posting_use_acceptance for select to lilink_app
  using (exists (select 1 from posting p where p.id = posting_id and p.organization_id = (select app.org())));
create policy accepts on posting_use_acceptance for insert to lilink_app
  with check (org_id = (select app.org()) and (select app.trades()) and accepted_by is not distinct from (select app.person())
    and exists (select 1 from posting_use u where u.posting_id = posting_use_acceptance.posting_id and u.version = posting_use_acceptance.version
      and u.until is not distinct from posting_use_acceptance.until and (u.framework <> 'signed_agreement' or agreement <> ''))
    and version = app.present_use(posting_id));

-- The present terms of a posting that was ever live; null where nothing is asked. Everybody may know it, as that there is a posting.
create or replace function app.present_use(p_posting uuid)
returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select p.use_version from public.posting p where p.id = p_posting and p.live_version is not null
$$;

-- The author puts all parts of a posting under its present terms, or under none.
create or replace function app.put_under_use(p_posting uuid)
returns void language sql security definer set search_path = pg_catalog, public as $$
  update public.posting_part x set use_version = p.use_version from public.posting p
    where p.id = p_posting and p.organization_id = app.org() and x.posting_id = p.id and x.use_version is distinct from p.use_version
$$;

grant execute on function
  app.present_use(uuid),
  app.put_under_use(uuid)
to lilink_app;
