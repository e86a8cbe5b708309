CREATE TABLE "abuse_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"person_id" uuid,
	"subject_kind" text NOT NULL,
	"subject_public_id" text NOT NULL,
	"about_organization_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finding" text,
	"note" text,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "abuse_report_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"organization_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_key_organization_id_key_id_key_pk" PRIMARY KEY("organization_id","key_id","key")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "rate_bucket" (
	"key" text PRIMARY KEY NOT NULL,
	"tokens" double precision NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "reading_day" (
	"organization_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	CONSTRAINT "reading_day_organization_id_day_kind_subject_id_pk" PRIMARY KEY("organization_id","day","kind","subject_id")
);
--> statement-breakpoint
ALTER TABLE "abuse_report" ADD CONSTRAINT "abuse_report_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abuse_report" ADD CONSTRAINT "abuse_report_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abuse_report" ADD CONSTRAINT "abuse_report_about_organization_id_organization_id_fk" FOREIGN KEY ("about_organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abuse_report" ADD CONSTRAINT "abuse_report_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "abuse_report_time_idx" ON "abuse_report" USING btree ("created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "abuse_report_organization_idx" ON "abuse_report" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "idempotency_key_time_idx" ON "idempotency_key" USING btree ("at");--> statement-breakpoint
CREATE INDEX "reading_day_day_idx" ON "reading_day" USING btree ("day");--> statement-breakpoint
alter table rate_bucket set (fillfactor = 50);
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['rate_bucket', 'idempotency_key', 'reading_day', 'abuse_report'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy maintenance on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker on %I to lilink_worker using (true) with check (true)', t);
    execute format('grant select on %I to lilink_worker', t);
  end loop;
end $$;
--> statement-breakpoint
grant delete on rate_bucket, idempotency_key, reading_day to lilink_worker;
--> statement-breakpoint
-- Takes from several buckets at once, or from none where one of them is empty. A bucket fills at its rate up to its size.
create function app.take_tokens(p_keys text[], p_sizes double precision[], p_seconds double precision[], p_wants integer[], p_at timestamptz)
returns table (granted integer, wait double precision) language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_left double precision[] := '{}';
  v_token double precision;
  v_empty boolean := false;
begin
  for i in 1 .. cardinality(p_keys) loop
    insert into public.rate_bucket as b (key, tokens, at) values (p_keys[i], p_sizes[i], p_at)
      on conflict (key) do update set at = greatest(b.at, p_at),
        tokens = least(p_sizes[i], b.tokens + greatest(0, extract(epoch from p_at - b.at)) * p_sizes[i] / p_seconds[i])
      returning b.tokens into v_token;
    v_left := v_left || v_token;
    v_empty := v_empty or v_token < 1;
  end loop;
  for i in 1 .. cardinality(p_keys) loop
    granted := case when v_empty then 0 else least(p_wants[i], floor(v_left[i])) end;
    wait := greatest(0, (1 - v_left[i]) * p_seconds[i] / p_sizes[i]);
    if granted > 0 then
      update public.rate_bucket b set tokens = b.tokens - granted where b.key = p_keys[i];
    end if;
    return next;
  end loop;
end $$;
--> statement-breakpoint
-- How many different things of a kind the actor's organization has read on a day, this one included; null where it had read it before.
create function app.note_reading(p_kind text, p_subject uuid, p_day date) returns integer
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if app.org() is null or app.officer() then return null; end if;
  insert into public.reading_day (organization_id, day, kind, subject_id) values (app.org(), p_day, p_kind, p_subject) on conflict do nothing;
  if not found then return null; end if;
  return (select count(*) from public.reading_day r where r.organization_id = app.org() and r.day = p_day and r.kind = p_kind);
end $$;
--> statement-breakpoint
-- A report by a member of a verified organization on something of another's. Whose it is stays here; null where it was taken.
create function app.file_report(p_id uuid, p_public_id text, p_kind text, p_subject text, p_reason text, p_words text, p_now timestamptz)
returns text language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_about uuid;
begin
  if app.kind() <> 'member' or not app.verified() then raise exception 'no verified member' using errcode = '42501'; end if;
  if p_kind = 'posting' then
    select h.organization_id into v_about from public.posting_head h where h.public_id = p_subject;
  else
    select o.id into v_about from public.organization o where o.public_id = p_subject and o.status in ('verified', 'unclaimed', 'pending');
  end if;
  if v_about is null then return 'NOT_FOUND'; end if;
  perform pg_advisory_xact_lock(hashtextextended('report ' || app.org()::text, 0));
  if (select count(*) from public.abuse_report r where r.organization_id = app.org() and r.created_at > p_now - interval '1 day') >= 10 then
    return 'LIMIT_REACHED';
  end if;
  if exists (select 1 from public.abuse_report r where r.organization_id = app.org() and r.subject_kind = p_kind
    and r.subject_public_id = p_subject and r.finding is null) then
    return 'CONFLICT';
  end if;
  insert into public.abuse_report (id, public_id, organization_id, person_id, subject_kind, subject_public_id, about_organization_id, reason, words, created_at)
    values (p_id, p_public_id, app.org(), app.person(), p_kind, p_subject, v_about, p_reason, p_words, p_now);
  return null;
end $$;
--> statement-breakpoint
-- An officer's finding, once, never on a report by or about their own organization. Whom it is about is told to the officer's process alone.
create function app.decide_report(p_public_id text, p_finding text, p_note text, p_now timestamptz)
returns table (id uuid, reporter uuid, about uuid) language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  return query update public.abuse_report r
    set finding = p_finding, note = p_note, decided_by = app.person(), decided_at = p_now
    where r.public_id = p_public_id and r.finding is null and app.org() not in (r.organization_id, r.about_organization_id)
    returning r.id, r.organization_id, r.about_organization_id;
end $$;
--> statement-breakpoint
-- Names for the officers' list of reports: who reported, and whom it is about.
create function app.report_names(p_ids uuid[]) returns table (id uuid, reporter text, about text)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  return query select r.id, a.name_zh, b.name_zh from public.abuse_report r
    join public.organization a on a.id = r.organization_id join public.organization b on b.id = r.about_organization_id
    where r.id = any (p_ids);
end $$;
--> statement-breakpoint
revoke all on function app.take_tokens(text[], double precision[], double precision[], integer[], timestamptz), app.note_reading(text, uuid, date),
  app.file_report(uuid, text, text, text, text, text, timestamptz), app.decide_report(text, text, text, timestamptz), app.report_names(uuid[]) from public;
--> statement-breakpoint
grant execute on function app.take_tokens(text[], double precision[], double precision[], integer[], timestamptz), app.note_reading(text, uuid, date),
  app.file_report(uuid, text, text, text, text, text, timestamptz), app.decide_report(text, text, text, timestamptz), app.report_names(uuid[]) to lilink_app;
--> statement-breakpoint
grant select, insert, update on idempotency_key to lilink_app;
--> statement-breakpoint
create policy own_program on idempotency_key to lilink_app
  using (organization_id = (select app.org()) and (select app.kind()) = 'apiKey')
  with check (organization_id = (select app.org()) and (select app.kind()) = 'apiKey');
--> statement-breakpoint
grant select (id, public_id, organization_id, subject_kind, subject_public_id, reason, words, created_at, finding, note, decided_at) on abuse_report to lilink_app;
--> statement-breakpoint
create policy own on abuse_report for select to lilink_app using (organization_id = (select app.org()) and (select app.kind()) = 'member');
--> statement-breakpoint
create policy officer on abuse_report for select to lilink_app using ((select app.officer()));
