CREATE TYPE "public"."return_frequency" AS ENUM('monthly', 'quarterly', 'semiannual', 'annual');--> statement-breakpoint
CREATE TYPE "public"."return_state" AS ENUM('open', 'draft', 'submitted', 'queried', 'resubmitted', 'verified', 'locked');--> statement-breakpoint
CREATE TABLE "definition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"indicator" text NOT NULL,
	"version" integer NOT NULL,
	"from_period" text NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text NOT NULL,
	"adopted" boolean DEFAULT false NOT NULL,
	"proposed_by" uuid,
	"adopted_by" uuid,
	"adopted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "definition_indicator_version" UNIQUE("indicator","version")
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"title" text NOT NULL,
	"held_at" timestamp (3) with time zone NOT NULL,
	"venue" text,
	"state" text NOT NULL,
	"release_id" uuid,
	"snapshot" jsonb NOT NULL,
	"minutes" text,
	"called_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "meeting_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "meeting_state" CHECK ("meeting"."state" in ('called', 'held', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "meeting_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"item_id" uuid NOT NULL,
	"text" text NOT NULL,
	"owner_organization_id" uuid NOT NULL,
	"owner_person_id" uuid,
	"due_on" text NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_note" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_decision_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"goal" text,
	"title" text NOT NULL,
	"notes" text
);
--> statement-breakpoint
CREATE TABLE "meeting_paper" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"type" text NOT NULL,
	"file_id" uuid NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_paper_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "meeting_paper_kind" UNIQUE("meeting_id","kind","locale","type"),
	CONSTRAINT "meeting_paper_what" CHECK ("meeting_paper"."kind" in ('agenda', 'board', 'minutes') and "meeting_paper"."type" in ('pdf', 'xlsx'))
);
--> statement-breakpoint
CREATE TABLE "meeting_seat" (
	"meeting_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	CONSTRAINT "meeting_seat_meeting_id_organization_id_pk" PRIMARY KEY("meeting_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"organization_id" uuid,
	"person_id" uuid,
	"what" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disclosure_waiver" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"group_id" uuid,
	"indicator" text NOT NULL,
	"given_by" uuid,
	"given_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "figure_band" (
	"release_id" uuid NOT NULL,
	"indicator" text NOT NULL,
	"measure" text NOT NULL,
	"unit" text NOT NULL,
	"low" numeric NOT NULL,
	"middle" numeric NOT NULL,
	"high" numeric NOT NULL,
	CONSTRAINT "figure_band_release_id_indicator_measure_pk" PRIMARY KEY("release_id","indicator","measure")
);
--> statement-breakpoint
CREATE TABLE "figure_cell" (
	"id" uuid PRIMARY KEY NOT NULL,
	"release_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"indicator" text NOT NULL,
	"measure" text NOT NULL,
	"period" text NOT NULL,
	"dimensions" text[] DEFAULT '{}' NOT NULL,
	"place" text[] DEFAULT '{}' NOT NULL,
	"unit" text NOT NULL,
	"status" text NOT NULL,
	"value" numeric,
	"low" numeric,
	"high" numeric,
	"note" text,
	CONSTRAINT "figure_cell_place" UNIQUE("release_id","indicator","measure","period","dimensions","place"),
	CONSTRAINT "figure_cell_audience" CHECK ("figure_cell"."audience" in ('everyone', 'members', 'group')),
	CONSTRAINT "figure_cell_withheld" CHECK (("figure_cell"."status" = 'published') = ("figure_cell"."value" is not null)),
	CONSTRAINT "figure_cell_status" CHECK ("figure_cell"."status" in ('published', 'withheld', 'absent'))
);
--> statement-breakpoint
CREATE TABLE "figure_release" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"period" text NOT NULL,
	"edition" integer NOT NULL,
	"audience" text NOT NULL,
	"state" text NOT NULL,
	"coverage" jsonb,
	"report" jsonb,
	"asked_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"frozen_at" timestamp (3) with time zone,
	CONSTRAINT "figure_release_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "figure_release_edition" UNIQUE("round_id","edition"),
	CONSTRAINT "figure_release_audience" CHECK ("figure_release"."audience" in ('everyone', 'members')),
	CONSTRAINT "figure_release_state" CHECK ("figure_release"."state" in ('making', 'frozen', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "public_figure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"component" text NOT NULL,
	"period" text NOT NULL,
	"source" text NOT NULL,
	"noted_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "public_figure_place" UNIQUE("organization_id","component","period")
);
--> statement-breakpoint
CREATE TABLE "release_source" (
	"release_id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "release_source_release_id_form_id_pk" PRIMARY KEY("release_id","form_id")
);
--> statement-breakpoint
CREATE TABLE "return_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"form_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text,
	"by_person" uuid,
	"by_organization" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "return_explanation" (
	"form_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"check" text NOT NULL,
	"text" text NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "return_explanation_form_id_version_check_pk" PRIMARY KEY("form_id","version","check")
);
--> statement-breakpoint
CREATE TABLE "return_form" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"sheet" text NOT NULL,
	"definitions" jsonb NOT NULL,
	"components" text[] DEFAULT '{}' NOT NULL,
	"province" text,
	"size" text,
	"group_id" uuid,
	"state" "return_state" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"verified_version" integer,
	"late" boolean DEFAULT false NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp (3) with time zone,
	"checked_by" uuid,
	"checked_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "return_form_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "return_form_place" UNIQUE("round_id","organization_id","sheet"),
	CONSTRAINT "return_form_two_persons" CHECK ("return_form"."checked_by" is null or "return_form"."checked_by" is distinct from "return_form"."submitted_by")
);
--> statement-breakpoint
CREATE TABLE "return_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"form_id" uuid,
	"file_name" text NOT NULL,
	"file_id" uuid NOT NULL,
	"marked_file_id" uuid,
	"replace" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"rows_total" integer,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"faults" integer DEFAULT 0 NOT NULL,
	"refusal" text,
	"refusal_params" jsonb,
	"requested_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "return_import_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "return_round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"period" text NOT NULL,
	"frequency" "return_frequency" NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"opened_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "return_round_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "return_round_period" UNIQUE("period","frequency")
);
--> statement-breakpoint
CREATE TABLE "return_value" (
	"id" uuid PRIMARY KEY NOT NULL,
	"form_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"component" text NOT NULL,
	"site" text DEFAULT '' NOT NULL,
	"place" text[] DEFAULT '{}' NOT NULL,
	"raw" text NOT NULL,
	"unit" text NOT NULL,
	"value" numeric,
	"imputed" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "return_value_place" UNIQUE("form_id","version","component","site","place")
);
--> statement-breakpoint
ALTER TABLE "disclosure_read" ALTER COLUMN "posting_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "disclosure_read" ADD COLUMN "form_id" uuid;--> statement-breakpoint
ALTER TABLE "definition" ADD CONSTRAINT "definition_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definition" ADD CONSTRAINT "definition_adopted_by_person_id_fk" FOREIGN KEY ("adopted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_called_by_person_id_fk" FOREIGN KEY ("called_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_owner_organization_id_organization_id_fk" FOREIGN KEY ("owner_organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_owner_person_id_person_id_fk" FOREIGN KEY ("owner_person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_paper" ADD CONSTRAINT "meeting_paper_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_seat" ADD CONSTRAINT "meeting_seat_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_seat" ADD CONSTRAINT "meeting_seat_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_view" ADD CONSTRAINT "meeting_view_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_view" ADD CONSTRAINT "meeting_view_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_waiver" ADD CONSTRAINT "disclosure_waiver_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_waiver" ADD CONSTRAINT "disclosure_waiver_group_id_organization_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."organization_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_waiver" ADD CONSTRAINT "disclosure_waiver_given_by_person_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_band" ADD CONSTRAINT "figure_band_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_cell" ADD CONSTRAINT "figure_cell_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_release" ADD CONSTRAINT "figure_release_round_id_return_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."return_round"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_release" ADD CONSTRAINT "figure_release_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_figure" ADD CONSTRAINT "public_figure_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_figure" ADD CONSTRAINT "public_figure_noted_by_person_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_source" ADD CONSTRAINT "release_source_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_source" ADD CONSTRAINT "release_source_form_id_return_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."return_form"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_event" ADD CONSTRAINT "return_event_form_id_return_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."return_form"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_event" ADD CONSTRAINT "return_event_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_explanation" ADD CONSTRAINT "return_explanation_form_id_return_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."return_form"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_explanation" ADD CONSTRAINT "return_explanation_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_form" ADD CONSTRAINT "return_form_round_id_return_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."return_round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_form" ADD CONSTRAINT "return_form_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_form" ADD CONSTRAINT "return_form_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_form" ADD CONSTRAINT "return_form_checked_by_person_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_import" ADD CONSTRAINT "return_import_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_import" ADD CONSTRAINT "return_import_form_id_return_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."return_form"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_import" ADD CONSTRAINT "return_import_requested_by_person_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_round" ADD CONSTRAINT "return_round_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_value" ADD CONSTRAINT "return_value_form_id_return_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."return_form"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_value" ADD CONSTRAINT "return_value_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_decision_owner_idx" ON "meeting_decision" USING btree ("owner_organization_id","due_on");--> statement-breakpoint
CREATE INDEX "meeting_item_meeting_idx" ON "meeting_item" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "meeting_view_meeting_idx" ON "meeting_view" USING btree ("meeting_id","at");--> statement-breakpoint
CREATE INDEX "disclosure_waiver_organization_idx" ON "disclosure_waiver" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "figure_cell_total_idx" ON "figure_cell" USING btree ("indicator","measure","period") WHERE "figure_cell"."dimensions" = '{}';--> statement-breakpoint
CREATE INDEX "return_event_form_idx" ON "return_event" USING btree ("form_id","at");--> statement-breakpoint
CREATE INDEX "return_form_organization_idx" ON "return_form" USING btree ("organization_id","state");--> statement-breakpoint
CREATE INDEX "return_form_queue_idx" ON "return_form" USING btree ("state","province");--> statement-breakpoint
CREATE INDEX "return_import_organization_idx" ON "return_import" USING btree ("organization_id","created_at" DESC NULLS LAST);--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['definition', 'return_round', 'return_form', 'return_value', 'return_explanation', 'return_event', 'return_import',
    'figure_release', 'figure_cell', 'release_source', 'figure_band', 'disclosure_waiver', 'public_figure',
    'meeting', 'meeting_item', 'meeting_decision', 'meeting_seat', 'meeting_view', 'meeting_paper'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy maintenance on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker on %I to lilink_worker using (true) with check (true)', t);
    execute format('grant select on %I to lilink_worker', t);
  end loop;
end $$;
--> statement-breakpoint
grant insert, update on definition, return_form, return_import to lilink_worker;
--> statement-breakpoint
grant update (state, coverage, report, frozen_at) on figure_release to lilink_worker;
--> statement-breakpoint
grant insert, update, delete on return_value to lilink_worker;
--> statement-breakpoint
grant insert on figure_cell, figure_band, release_source to lilink_worker;
--> statement-breakpoint
-- What is frozen stays: figures come while their release is being made, and nothing in it is changed or taken away.
do $$ declare t text; begin
  foreach t in array array['figure_release', 'figure_cell', 'figure_band', 'release_source'] loop
    execute format('drop policy worker on %I', t);
    execute format('create policy worker_reads on %I for select to lilink_worker using (true)', t);
  end loop;
  foreach t in array array['figure_cell', 'figure_band', 'release_source'] loop
    execute format('create policy worker_makes on %I for insert to lilink_worker
      with check (exists (select 1 from figure_release r where r.id = release_id and r.state = ''making''))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy worker_freezes on figure_release for update to lilink_worker using (state = 'making') with check (true);
--> statement-breakpoint
grant insert on return_round, return_event, return_explanation to lilink_worker;
--> statement-breakpoint
-- Who checks a return: an officer of the secretariat, or a member of the verified regulator of the province in which it was owed.
create function app.checks(p_org uuid, p_province text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.officer() or (app.kind() = 'member' and app.verified() and p_org <> app.org() and p_province is not null
    and exists (select 1 from public.organization o where o.id = app.org() and o.kind = 'regulator' and o.province = p_province))
$$;
--> statement-breakpoint
create function app.secretary() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.officer() and exists (select 1 from public.membership m where m.person_id = app.person()
    and m.organization_id = app.org() and m.active and 'secretary' = any (m.duties))
$$;
--> statement-breakpoint
-- Records that the actor read a return of somebody else; the owner sees every row.
create function app.log_return_read(p_form uuid, p_version integer, p_purpose text, p_id uuid, p_now timestamptz)
returns void language sql security definer set search_path = pg_catalog, public as $$
  insert into public.disclosure_read (id, owner_organization_id, form_id, version, level, purpose, reader_organization_id, reader_person_id, at)
  select p_id, f.organization_id, f.id, p_version, 'own', p_purpose, app.org(), app.person(), p_now
  from public.return_form f where f.id = p_form and f.organization_id is distinct from app.org()
$$;
--> statement-breakpoint
-- Who fills in the returns of the own organization: its administrators, editors and programs, but not the holder of its seat in the group.
create function app.files() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select app.kind() = 'apiKey' or exists (select 1 from public.membership m where m.person_id = app.person()
    and m.organization_id = app.org() and m.active and m.role in ('admin', 'editor') and not 'delegate' = any (m.duties))
$$;
--> statement-breakpoint
-- The next version of a return begins with what the last one held; who typed a figure stays its maker.
create function app.copy_return(p_form uuid, p_version integer) returns void
language sql security definer set search_path = pg_catalog, public as $$
  insert into public.return_value (id, form_id, organization_id, version, component, site, place, raw, unit, value, imputed, revision, changed_by, changed_at)
    select gen_random_uuid(), form_id, organization_id, p_version + 1, component, site, place, raw, unit, value, imputed, 1, changed_by, changed_at
    from public.return_value where form_id = p_form and version = p_version;
  insert into public.return_explanation (form_id, organization_id, version, "check", "text", changed_by, changed_at)
    select form_id, organization_id, p_version + 1, "check", "text", changed_by, changed_at
    from public.return_explanation where form_id = p_form and version = p_version;
$$;
--> statement-breakpoint
-- A checker's decision on what was submitted: verified, or queried back as a new version to be corrected. Never by whoever had a hand in it.
create function app.decide_return(p_form uuid, p_version integer, p_verify boolean, p_text text, p_id uuid, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare f public.return_form;
begin
  select * into f from public.return_form where id = p_form and version = p_version and state in ('submitted', 'resubmitted') for update;
  if f.id is null or not app.checks(f.organization_id, f.province) then return false; end if;
  if f.submitted_by is not distinct from app.person() or (f.submitted_by is null and f.organization_id = app.org())
    or exists (select 1 from public.return_value v where v.form_id = f.id and v.changed_by = app.person())
    or exists (select 1 from public.membership m where m.organization_id = f.organization_id and m.person_id = app.person() and f.organization_id <> app.org())
  then raise exception 'maker and checker are one person' using errcode = '42501'; end if;
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
--> statement-breakpoint
-- The owner takes back what was handed in, as a new version with a reason; the version that was verified stays as it was.
create function app.reopen_return(p_form uuid, p_version integer, p_reason text, p_id uuid, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare f public.return_form;
begin
  select * into f from public.return_form where id = p_form and version = p_version and organization_id = app.org()
    and state in ('submitted', 'resubmitted', 'verified', 'locked') for update;
  if f.id is null or not app.files() then return false; end if;
  perform app.copy_return(f.id, f.version);
  update public.return_form set state = 'draft', version = f.version + 1, checked_by = null, checked_at = null, submitted_by = null, updated_at = p_now where id = f.id;
  insert into public.return_event (id, form_id, organization_id, version, kind, "text", by_person, by_organization, at)
    values (p_id, f.id, f.organization_id, f.version + 1, 'corrected', p_reason, app.person(), app.org(), p_now);
  return true;
end $$;
--> statement-breakpoint
revoke all on function app.checks(uuid, text), app.secretary(), app.log_return_read(uuid, integer, text, uuid, timestamptz),
  app.files(), app.decide_return(uuid, integer, boolean, text, uuid, timestamptz), app.reopen_return(uuid, integer, text, uuid, timestamptz), app.copy_return(uuid, integer) from public;
--> statement-breakpoint
grant execute on function app.checks(uuid, text), app.secretary(), app.log_return_read(uuid, integer, text, uuid, timestamptz),
  app.files(), app.decide_return(uuid, integer, boolean, text, uuid, timestamptz), app.reopen_return(uuid, integer, text, uuid, timestamptz) to lilink_app;
--> statement-breakpoint
grant select, insert, update (adopted, adopted_by, adopted_at) on definition to lilink_app;
--> statement-breakpoint
create policy in_force on definition for select to lilink_app using (adopted or (select app.officer()));
--> statement-breakpoint
create policy propose on definition for insert to lilink_app with check ((select app.officer()) and not adopted and proposed_by = (select app.person()));
--> statement-breakpoint
create policy adopt on definition for update to lilink_app using ((select app.secretary()) and not adopted)
  with check ((select app.secretary()) and adopted_by = (select app.person()) and proposed_by is distinct from adopted_by);
--> statement-breakpoint
grant select, insert, update (due_at, closed_at) on return_round to lilink_app;
--> statement-breakpoint
create policy signed_in on return_round for select to lilink_app using ((select app.org()) is not null);
--> statement-breakpoint
create policy officer_opens on return_round for insert to lilink_app with check ((select app.officer()) and opened_by = (select app.person()));
--> statement-breakpoint
create policy officer_moves on return_round for update to lilink_app using ((select app.officer())) with check ((select app.officer()));
--> statement-breakpoint
grant select, insert, update (state, late, submitted_by, submitted_at, updated_at) on return_form to lilink_app;
--> statement-breakpoint
create policy own_or_checker on return_form for select to lilink_app
  using ((organization_id = (select app.org()) and (select app.files())) or (select app.officer()) or app.checks(organization_id, province));
--> statement-breakpoint
create policy officer_opens on return_form for insert to lilink_app with check ((select app.officer()) and state = 'open' and version = 1);
--> statement-breakpoint
-- What was handed in is moved by app.decide_return and app.reopen_return alone; who hands in signs with the own name.
create policy own on return_form for update to lilink_app
  using (organization_id = (select app.org()) and (select app.files()) and state in ('open', 'draft', 'queried'))
  with check (organization_id = (select app.org()) and (state in ('open', 'draft', 'queried')
    or (state in ('submitted', 'resubmitted') and submitted_by is not distinct from (select app.person()))));
--> statement-breakpoint
grant select, insert, delete, update (raw, unit, value, imputed, revision, changed_by, changed_at) on return_value to lilink_app;
--> statement-breakpoint
create policy own_or_checker on return_value for select to lilink_app using ((organization_id = (select app.org()) and (select app.files()))
  or exists (select 1 from return_form f where f.id = form_id and f.organization_id <> (select app.org()) and app.checks(f.organization_id, f.province)
    and (return_value.version < f.version or f.state in ('submitted', 'resubmitted', 'verified', 'locked'))));
--> statement-breakpoint
do $$ declare t text; verb text; clause text; begin
  foreach t in array array['return_value', 'return_explanation'] loop
    clause := format('organization_id = (select app.org()) and (select app.files()) and exists (select 1 from return_form f where f.id = form_id
      and f.organization_id = (select app.org()) and f.version = %I.version and f.state in (''open'', ''draft'', ''queried''))', t);
    execute format('create policy own_adds on %I for insert to lilink_app with check (%s and changed_by is not distinct from (select app.person()))', t, clause);
    execute format('create policy own_changes on %I for update to lilink_app using (%s) with check (%s and changed_by is not distinct from (select app.person()))', t, clause, clause);
    execute format('create policy own_removes on %I for delete to lilink_app using (%s)', t, clause);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert, delete, update ("text", changed_by, changed_at) on return_explanation to lilink_app;
--> statement-breakpoint
create policy own_or_checker on return_explanation for select to lilink_app using ((organization_id = (select app.org()) and (select app.files()))
  or exists (select 1 from return_form f where f.id = form_id and f.organization_id <> (select app.org()) and app.checks(f.organization_id, f.province)
    and (return_explanation.version < f.version or f.state in ('submitted', 'resubmitted', 'verified', 'locked'))));
--> statement-breakpoint
grant select, insert on return_event to lilink_app;
--> statement-breakpoint
create policy own_or_checker on return_event for select to lilink_app using (exists (select 1 from return_form f where f.id = form_id));
--> statement-breakpoint
create policy own_adds on return_event for insert to lilink_app with check (kind in ('submitted', 'opened') and by_organization = (select app.org())
  and by_person is not distinct from (select app.person()) and exists (select 1 from return_form f where f.id = form_id
    and f.organization_id = return_event.organization_id and (f.organization_id = (select app.org()) or (select app.officer()))));
--> statement-breakpoint
grant select, insert, update (state) on return_import to lilink_app;
--> statement-breakpoint
create policy own on return_import for select to lilink_app using (organization_id = (select app.org()));
--> statement-breakpoint
create policy own_asks on return_import for insert to lilink_app with check (organization_id = (select app.org()) and state = 'waiting');
--> statement-breakpoint
create policy own_cancels on return_import for update to lilink_app using (organization_id = (select app.org()) and state in ('waiting', 'running'))
  with check (organization_id = (select app.org()) and state = 'cancelled');
--> statement-breakpoint
grant select, insert on figure_release to lilink_app;
--> statement-breakpoint
create policy released on figure_release for select to lilink_app using ((select app.officer())
  or (state = 'frozen' and (audience = 'everyone' or (select app.verified()))));
--> statement-breakpoint
create policy officer_asks on figure_release for insert to lilink_app with check ((select app.officer()) and state = 'making' and asked_by = (select app.person()));
--> statement-breakpoint
grant select on figure_cell, figure_band to lilink_app;
--> statement-breakpoint
-- A release that is being made is nobody's; officers read what restricted indicators hold, under the same control.
create policy released on figure_cell for select to lilink_app using (exists (select 1 from figure_release r where r.id = release_id and r.state = 'frozen')
  and (audience = 'everyone' or (audience = 'members' and (select app.verified())) or (select app.officer())));
--> statement-breakpoint
-- A band is for those who filed to it.
create policy filed on figure_band for select to lilink_app using (exists (
  select 1 from figure_release r join return_form f on f.round_id = r.round_id
  where r.id = release_id and r.state = 'frozen' and f.organization_id = (select app.org()) and f.state in ('verified', 'locked')
    and f.definitions ? figure_band.indicator));
--> statement-breakpoint
grant select, insert, update (withdrawn_at) on disclosure_waiver to lilink_app;
--> statement-breakpoint
create policy own_or_officer on disclosure_waiver for select to lilink_app using (organization_id = (select app.org()) or (select app.officer()));
--> statement-breakpoint
create policy own_gives on disclosure_waiver for insert to lilink_app
  with check (organization_id = (select app.org()) and (select app.is_admin()) and given_by = (select app.person()) and withdrawn_at is null);
--> statement-breakpoint
create policy own_withdraws on disclosure_waiver for update to lilink_app
  using (organization_id = (select app.org()) and (select app.is_admin()) and withdrawn_at is null)
  with check (organization_id = (select app.org()) and withdrawn_at is not null);
--> statement-breakpoint
grant select, insert, delete on public_figure to lilink_app;
--> statement-breakpoint
create policy officer on public_figure to lilink_app using ((select app.officer())) with check ((select app.officer()) and noted_by = (select app.person()));
--> statement-breakpoint
grant select, insert, update (title, held_at, venue, state, minutes, closed_at) on meeting to lilink_app;
--> statement-breakpoint
grant select, insert, delete, update (position, title, notes) on meeting_item to lilink_app;
--> statement-breakpoint
grant select, insert, update (done_at, done_note) on meeting_decision to lilink_app;
--> statement-breakpoint
grant select, insert, delete on meeting_seat to lilink_app;
--> statement-breakpoint
grant select, insert on meeting_view to lilink_app;
--> statement-breakpoint
grant select (id, public_id, meeting_id, kind, locale, type, file_id, size, made_at) on meeting_paper to lilink_app;
--> statement-breakpoint
grant insert, update, delete on meeting_paper to lilink_worker;
--> statement-breakpoint
-- The whole board, the exchange's sums in it, is for the secretariat; agenda and minutes are for every seat.
create policy seated on meeting_paper for select to lilink_app
  using ((kind <> 'board' or (select app.officer())) and exists (select 1 from meeting m where m.id = meeting_id));
--> statement-breakpoint
create policy own_or_officer on meeting_seat for select to lilink_app using (organization_id = (select app.org()) or (select app.officer()));
--> statement-breakpoint
create policy officer_adds on meeting_seat for insert to lilink_app with check ((select app.officer()));
--> statement-breakpoint
create policy officer_removes on meeting_seat for delete to lilink_app using ((select app.officer()));
--> statement-breakpoint
create policy seated on meeting for select to lilink_app
  using ((select app.officer()) or exists (select 1 from meeting_seat s where s.meeting_id = meeting.id and s.organization_id = (select app.org())));
--> statement-breakpoint
create policy officer_calls on meeting for insert to lilink_app with check ((select app.officer()) and called_by = (select app.person()) and state = 'called');
--> statement-breakpoint
create policy officer_holds on meeting for update to lilink_app using ((select app.officer()) and state <> 'closed') with check ((select app.officer()));
--> statement-breakpoint
create policy seated on meeting_item for select to lilink_app using (exists (select 1 from meeting m where m.id = meeting_id));
--> statement-breakpoint
create policy officer on meeting_item to lilink_app using ((select app.officer()) and exists (select 1 from meeting m where m.id = meeting_id and m.state <> 'closed'))
  with check ((select app.officer()) and exists (select 1 from meeting m where m.id = meeting_id and m.state <> 'closed'));
--> statement-breakpoint
-- Whoever owns a decision reads it without a seat; the meeting itself stays closed.
create policy owner_or_seated on meeting_decision for select to lilink_app using (owner_organization_id = (select app.org())
  or exists (select 1 from meeting_item i where i.id = item_id));
--> statement-breakpoint
create policy officer_takes on meeting_decision for insert to lilink_app
  with check ((select app.officer()) and exists (select 1 from meeting_item i join meeting m on m.id = i.meeting_id where i.id = item_id and m.state <> 'closed'));
--> statement-breakpoint
create policy owner_ends on meeting_decision for update to lilink_app using (owner_organization_id = (select app.org()) or (select app.officer()))
  with check (owner_organization_id = (select app.org()) or (select app.officer()));
--> statement-breakpoint
create policy officer on meeting_view for select to lilink_app using ((select app.officer()));
--> statement-breakpoint
create policy reader on meeting_view for insert to lilink_app
  with check (person_id = (select app.person()) and organization_id = (select app.org()) and exists (select 1 from meeting m where m.id = meeting_id));
