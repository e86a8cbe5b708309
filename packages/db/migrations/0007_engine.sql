CREATE TABLE "engine_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"adopted" boolean NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_version" (
	"version" text PRIMARY KEY NOT NULL,
	"rules" text NOT NULL,
	"compared_with" text NOT NULL,
	"weights" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "engine_decision" ADD CONSTRAINT "engine_decision_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "engine_decision_time_idx" ON "engine_decision" USING btree ("decided_at" DESC NULLS LAST);--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['engine_version', 'engine_decision'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy maintenance on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker on %I to lilink_worker using (true) with check (true)', t);
    execute format('grant select on %I to lilink_worker', t);
  end loop;
end $$;
--> statement-breakpoint
grant insert on engine_version to lilink_worker;
--> statement-breakpoint
-- The version that was adopted last; it alone is read by those who are ranked with it.
create function app.adopted_version() returns text language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select d.version from public.engine_decision d where d.adopted order by d.decided_at desc, d.id desc limit 1);
end $$;
--> statement-breakpoint
revoke all on function app.adopted_version() from public;
--> statement-breakpoint
grant execute on function app.adopted_version() to lilink_app, lilink_worker;
--> statement-breakpoint
grant select on engine_version, engine_decision to lilink_app;
--> statement-breakpoint
grant insert on engine_decision to lilink_app;
--> statement-breakpoint
create policy adopted_or_officer on engine_version for select to lilink_app
  using ((select app.officer()) or ((select app.verified()) and version = (select app.adopted_version())));
--> statement-breakpoint
create policy officer on engine_decision for select to lilink_app using ((select app.officer()));
--> statement-breakpoint
create policy secretary on engine_decision for insert to lilink_app with check ((select app.officer()) and decided_by = (select app.person())
  and exists (select 1 from membership m where m.person_id = (select app.person()) and m.organization_id = (select app.org())
    and m.active and 'secretary' = any (m.duties)));
