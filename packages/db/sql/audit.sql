-- The log. Every entry is a link of a chain that cannot be changed unnoticed; readings of confidential parts have a chain
-- of their own, which the owner of the part reads ([AU], ADR 14).

-- audit_entry
grant select, insert on audit_entry to lilink_app;
grant select, insert on audit_entry to lilink_worker;
create policy worker on audit_entry to lilink_worker using (true) with check (true);
create policy append on audit_entry for insert to lilink_app
  with check (organization_id is not distinct from (select app.org()) and person_id is not distinct from (select app.person()));
create policy auditor on audit_entry for select to lilink_app using ((select app.audits()));
create policy own_read on audit_entry for select to lilink_app using (organization_id = (select app.org()) and (select app.is_admin()));
-- The worker writes no entry in the name of an organization or a person.
create policy worker_as_itself on audit_entry as restrictive for insert to lilink_worker with check (organization_id is null and person_id is null);

-- audit_link
grant select on audit_link to lilink_app;
grant select on audit_link to lilink_worker;
create policy worker on audit_link to lilink_worker using (true) with check (true);
create policy auditor on audit_link for select to lilink_app using ((select app.audits()));
create policy own_read on audit_link for select to lilink_app using (kind = 'audit' and chain = (select app.org()) and (select app.is_admin()));

-- audit_head
grant select on audit_head to lilink_app;
grant select on audit_head to lilink_worker;
create policy worker on audit_head to lilink_worker using (true) with check (true);
create policy auditor on audit_head for select to lilink_app using ((select app.audits()));

-- audit_checkpoint
grant select on audit_checkpoint to lilink_app;
grant select, insert on audit_checkpoint to lilink_worker;
create policy worker on audit_checkpoint to lilink_worker using (true) with check (true);
create policy auditor on audit_checkpoint for select to lilink_app using ((select app.audits()));

-- audit_signed
grant select, insert, update on audit_signed to lilink_worker;
create policy worker on audit_signed to lilink_worker using (true) with check (true);

-- disclosure_read
grant select on disclosure_read to lilink_app;
grant select on disclosure_read to lilink_worker;
create policy worker on disclosure_read to lilink_worker using (true) with check (true);
create policy auditor on disclosure_read for select to lilink_app using ((select app.audits()));
create policy owner_or_reader on disclosure_read for select to lilink_app
  using ((owner_organization_id = (select app.org()) and (form_id is null or (select app.files())))
  or reader_organization_id = (select app.org()));

-- A text with its number of bytes in front, so that two different lists of texts never become the same bytes.
create or replace function app.measured(p text) returns text language sql immutable as
  $$ select case when p is null then '-,' else octet_length(p)::text || ':' || p || ',' end $$;

create or replace function app.audit_form(e public.audit_entry)
returns text language plpgsql stable set search_path = pg_catalog, public as $$
begin
  return app.measured(e.id::text) || app.measured(e.organization_id::text) || app.measured(e.person_id::text) || app.measured(e.actor_kind)
    || app.measured(e.action) || app.measured(e.subject_kind) || app.measured(e.subject_id::text) || app.measured(e.detail::text)
    || app.measured(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
end $$;

create or replace function app.disclosure_form(e public.disclosure_read)
returns text language plpgsql stable set search_path = pg_catalog, public as $$
begin
  return app.measured(e.id::text) || app.measured(e.owner_organization_id::text) || app.measured(e.posting_id::text) || app.measured(e.form_id::text)
    || app.measured(e.version::text) || app.measured(e.level) || app.measured(e.purpose) || app.measured(e.reader_organization_id::text)
    || app.measured(e.reader_person_id::text) || app.measured(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
end $$;

-- Adds the next link to a chain. The head stays locked until the commit, so numbers have no gap and chains do not fork.
create or replace function app.link(p_kind text, p_chain uuid, p_entry uuid, p_form text)
returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_head public.audit_head;
  v_hash text;
begin
  loop
    select * into v_head from public.audit_head h where h.kind = p_kind and h.chain = p_chain for update;
    exit when found;
    insert into public.audit_head (kind, chain, number, hash) values (p_kind, p_chain, 0, repeat('0', 64)) on conflict do nothing;
  end loop;
  v_hash := encode(sha256(convert_to(app.measured('lilink-audit-1') || app.measured(p_kind) || app.measured(p_chain::text)
    || app.measured((v_head.number + 1)::text) || app.measured(v_head.hash) || p_form, 'UTF8')), 'hex');
  insert into public.audit_link (kind, chain, number, entry_id, prior, hash)
    values (p_kind, p_chain, v_head.number + 1, p_entry, v_head.hash, v_hash);
  update public.audit_head set number = v_head.number + 1, hash = v_hash where kind = p_kind and chain = p_chain;
end $$;

create or replace function app.link_entry()
returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.link('audit', coalesce(new.organization_id, '00000000-0000-0000-0000-000000000000'), new.id, app.audit_form(new));
  return null;
end $$;

-- Links the readings of one transaction in one fixed order, so that two transactions never wait for each other.
create or replace function app.link_disclosure()
returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_owners uuid[];
begin
  v_owners := array(select d.owner_organization_id from public.disclosure_read d
    where d.reader_organization_id is not distinct from new.reader_organization_id and d.at = new.at
    group by 1 order by 1);
  if cardinality(v_owners) > 1 then
    insert into public.audit_head (kind, chain, number, hash)
      select 'disclosure', o, 0, repeat('0', 64) from unnest(v_owners) with ordinality u(o, n) order by n on conflict do nothing;
    perform 1 from public.audit_head h where h.kind = 'disclosure' and h.chain = any (v_owners) order by h.chain for update;
  end if;
  perform app.link('disclosure', new.owner_organization_id, new.id, app.disclosure_form(new));
  return null;
end $$;

-- Rows stay as written. Only the owner of the tables can disable this; `npm run verify-audit` then finds the change.
create or replace function app.refuse_change() returns trigger language plpgsql as $$
begin raise exception '% is append-only', tg_table_name using errcode = '42501'; end $$;

-- Records that the actor read a confidential part. The owner is looked up here, because the reader may not know it.
create or replace function app.log_disclosure(
  p_posting uuid, p_version integer, p_level text, p_purpose text, p_id uuid, p_now timestamptz
) returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into public.disclosure_read (id, owner_organization_id, posting_id, version, level, purpose, reader_organization_id, reader_person_id, at)
  select p_id, p.organization_id, p.id, p_version, p_level, p_purpose, app.org(), app.person(), p_now
  from public.posting p where p.id = p_posting and p.organization_id is distinct from app.org()
$$;

grant execute on function
  app.log_disclosure(uuid, integer, text, text, uuid, timestamptz)
to lilink_app, lilink_worker;
create trigger append_only before delete or update on audit_checkpoint for each row
  execute function app.refuse_change();
create trigger never_emptied before truncate on audit_checkpoint for each statement
  execute function app.refuse_change();
create trigger append_only before delete or update on audit_entry for each row
  execute function app.refuse_change();
create constraint trigger link after insert on audit_entry deferrable initially deferred for each row
  execute function app.link_entry();
create trigger never_emptied before truncate on audit_entry for each statement
  execute function app.refuse_change();
create trigger never_emptied before truncate on audit_head for each statement
  execute function app.refuse_change();
create trigger never_removed before delete on audit_head for each row
  execute function app.refuse_change();
create trigger append_only before delete or update on audit_link for each row
  execute function app.refuse_change();
create trigger never_emptied before truncate on audit_link for each statement
  execute function app.refuse_change();
create trigger append_only before delete or update on disclosure_read for each row
  execute function app.refuse_change();
create constraint trigger link after insert on disclosure_read deferrable initially deferred for each row
  execute function app.link_disclosure();
create trigger never_emptied before truncate on disclosure_read for each statement
  execute function app.refuse_change();
