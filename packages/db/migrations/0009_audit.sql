CREATE TABLE "audit_checkpoint" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"payload" text NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"kind" text NOT NULL,
	"chain" uuid NOT NULL,
	"number" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_kind_chain_pk" PRIMARY KEY("kind","chain")
);
--> statement-breakpoint
CREATE TABLE "audit_link" (
	"kind" text NOT NULL,
	"chain" uuid NOT NULL,
	"number" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"prior" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_link_kind_chain_number_pk" PRIMARY KEY("kind","chain","number"),
	CONSTRAINT "audit_link_entry" UNIQUE("kind","entry_id")
);
--> statement-breakpoint
CREATE TABLE "audit_signed" (
	"kind" text NOT NULL,
	"chain" uuid NOT NULL,
	"number" bigint NOT NULL,
	CONSTRAINT "audit_signed_kind_chain_pk" PRIMARY KEY("kind","chain")
);
--> statement-breakpoint
CREATE INDEX "disclosure_read_reader_idx" ON "disclosure_read" USING btree ("reader_organization_id","at" DESC NULLS LAST);--> statement-breakpoint
alter table audit_head set (fillfactor = 50);
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['audit_link', 'audit_head', 'audit_checkpoint', 'audit_signed'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy maintenance on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker on %I to lilink_worker using (true) with check (true)', t);
    execute format('grant select on %I to lilink_worker', t);
  end loop;
end $$;
--> statement-breakpoint
-- What was written stays: only who owns the tables could switch this off, and `npm run verify-audit` finds what is then changed.
create function app.refuse_change() returns trigger language plpgsql as $$
begin raise exception '% is append-only', tg_table_name using errcode = '42501'; end $$;
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['audit_entry', 'disclosure_read', 'audit_link', 'audit_checkpoint'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function app.refuse_change()', t);
    execute format('create trigger never_emptied before truncate on %I for each statement execute function app.refuse_change()', t);
  end loop;
end $$;
--> statement-breakpoint
create trigger never_removed before delete on audit_head for each row execute function app.refuse_change();
--> statement-breakpoint
create trigger never_emptied before truncate on audit_head for each statement execute function app.refuse_change();
--> statement-breakpoint
-- A text with the number of its bytes before it (the database is in UTF-8): two lists of texts are never the same bytes.
create function app.measured(p text) returns text language sql immutable as
  $$ select case when p is null then '-,' else octet_length(p)::text || ':' || p || ',' end $$;
--> statement-breakpoint
create function app.audit_form(e public.audit_entry) returns text language plpgsql stable set search_path = pg_catalog, public as $$
begin
  return app.measured(e.id::text) || app.measured(e.organization_id::text) || app.measured(e.person_id::text) || app.measured(e.actor_kind)
    || app.measured(e.action) || app.measured(e.subject_kind) || app.measured(e.subject_id::text) || app.measured(e.detail::text)
    || app.measured(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
end $$;
--> statement-breakpoint
create function app.disclosure_form(e public.disclosure_read) returns text language plpgsql stable set search_path = pg_catalog, public as $$
begin
  return app.measured(e.id::text) || app.measured(e.owner_organization_id::text) || app.measured(e.posting_id::text) || app.measured(e.form_id::text)
    || app.measured(e.version::text) || app.measured(e.level) || app.measured(e.purpose) || app.measured(e.reader_organization_id::text)
    || app.measured(e.reader_person_id::text) || app.measured(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
end $$;
--> statement-breakpoint
-- The next link of a chain. Its head is locked from here to the end of the commit, so numbers have no gap and a chain no fork.
create function app.link(p_kind text, p_chain uuid, p_entry uuid, p_form text) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
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
--> statement-breakpoint
create function app.link_entry() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.link('audit', coalesce(new.organization_id, '00000000-0000-0000-0000-000000000000'), new.id, app.audit_form(new));
  return null;
end $$;
--> statement-breakpoint
-- One transaction may read from several owners: it takes all of its turns in one order, so two such never wait for each other.
create function app.link_disclosure() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
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
--> statement-breakpoint
revoke all on function app.measured(text), app.audit_form(public.audit_entry), app.disclosure_form(public.disclosure_read),
  app.link(text, uuid, uuid, text), app.link_entry(), app.link_disclosure(), app.refuse_change() from public;
--> statement-breakpoint
-- At the commit and not before: a turn is held for as short as can be, and nothing else is waited for while it is held.
create constraint trigger link after insert on audit_entry deferrable initially deferred for each row execute function app.link_entry();
--> statement-breakpoint
create constraint trigger link after insert on disclosure_read deferrable initially deferred for each row execute function app.link_disclosure();
--> statement-breakpoint
-- What is there already is chained in the order of its time; the triggers above hold writers off until this has committed.
do $$
declare
  a public.audit_entry;
  d public.disclosure_read;
begin
  for a in select * from public.audit_entry e order by e.at, e.id loop
    perform app.link('audit', coalesce(a.organization_id, '00000000-0000-0000-0000-000000000000'), a.id, app.audit_form(a));
  end loop;
  for d in select * from public.disclosure_read e order by e.at, e.id loop
    perform app.link('disclosure', d.owner_organization_id, d.id, app.disclosure_form(d));
  end loop;
end $$;
--> statement-breakpoint
-- Whether the actor is an audit administrator of the operator.
create function app.audits() returns boolean language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return app.kind() = 'member' and exists (select 1 from public.membership m join public.organization o on o.id = m.organization_id
    where m.person_id = app.person() and m.organization_id = app.org() and m.active and 'audit_admin' = any (m.duties)
      and o.kind = 'operator' and o.status = 'verified');
end $$;
--> statement-breakpoint
revoke all on function app.audits() from public;
--> statement-breakpoint
grant execute on function app.audits() to lilink_app, lilink_worker;
--> statement-breakpoint
grant select on audit_link, audit_head, audit_checkpoint to lilink_app;
--> statement-breakpoint
grant insert on audit_checkpoint to lilink_worker;
--> statement-breakpoint
grant insert, update on audit_signed to lilink_worker;
--> statement-breakpoint
create policy auditor on disclosure_read for select to lilink_app using ((select app.audits()));
--> statement-breakpoint
create policy auditor on audit_entry for select to lilink_app using ((select app.audits()));
--> statement-breakpoint
create policy own_read on audit_link for select to lilink_app using (kind = 'audit' and chain = (select app.org()) and (select app.is_admin()));
--> statement-breakpoint
create policy auditor on audit_link for select to lilink_app using ((select app.audits()));
--> statement-breakpoint
create policy auditor on audit_head for select to lilink_app using ((select app.audits()));
--> statement-breakpoint
create policy auditor on audit_checkpoint for select to lilink_app using ((select app.audits()));
--> statement-breakpoint
-- The worker writes no entry in the name of an organization or a person.
create policy worker_as_itself on audit_entry as restrictive for insert to lilink_worker with check (organization_id is null and person_id is null);
