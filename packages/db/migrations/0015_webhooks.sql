CREATE TABLE "webhook_delivery" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"cause_key" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"status" integer,
	"next_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "webhook_delivery_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoint" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"paused_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_endpoint_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_webhook_endpoint_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."webhook_endpoint"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_delivery_cause_idx" ON "webhook_delivery" USING btree ("endpoint_id","kind","cause_key");--> statement-breakpoint
CREATE INDEX "webhook_delivery_organization_idx" ON "webhook_delivery" USING btree ("organization_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "webhook_delivery_order_idx" ON "webhook_delivery" USING btree ("endpoint_id","subject_id","seq") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "webhook_delivery_waiting_idx" ON "webhook_delivery" USING btree ("next_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "webhook_endpoint_organization_idx" ON "webhook_endpoint" USING btree ("organization_id");--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['webhook_endpoint', 'webhook_delivery'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy maintenance on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker on %I to lilink_worker using (true) with check (true)', t);
    execute format('grant select on %I to lilink_worker', t);
    execute format('create policy own on %I to lilink_app using (organization_id = (select app.org()) and (select app.is_admin()))
      with check (organization_id = (select app.org()) and (select app.is_admin()))', t);
  end loop;
end $$;
--> statement-breakpoint
grant update, delete on webhook_delivery to lilink_worker;
--> statement-breakpoint
-- The secret goes in and never comes out to the web.
grant select (id, public_id, organization_id, url, created_by, created_at, paused_at), insert, update (paused_at), delete on webhook_endpoint to lilink_app;
--> statement-breakpoint
grant select (id, endpoint_id, organization_id, event_id, kind, subject_kind, subject_id, state, attempts, status, next_at, settled_at, created_at),
  update (state, attempts, next_at, settled_at) on webhook_delivery to lilink_app;
--> statement-breakpoint
-- Writes the events of whoever registered an address, in the transaction that they tell of and in its order: whatever the organization
-- is told by a notice, and each release that is frozen. Kinds and public ids, nothing else.
create function app.note_webhooks() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
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
    where v_about = 'release' or e.organization_id = v_org
    on conflict do nothing;
  if found then
    insert into public.outbox (id, name, payload, run_at, created_at) values (gen_random_uuid(), 'webhook.send', '{}', new.run_at, new.created_at);
  end if;
  return null;
end $$;
--> statement-breakpoint
revoke all on function app.note_webhooks() from public;
--> statement-breakpoint
create trigger outbox_webhooks after insert on outbox for each row
  when (new.name = 'release.print' or (new.name = 'notice.deliver' and new.payload ->> 'kind' in ('match.found', 'introduction.received',
    'introduction.accepted', 'introduction.declined', 'posting.published', 'posting.returned', 'return.queried')))
  execute function app.note_webhooks();
