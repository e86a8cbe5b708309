-- Exact counts behind a release leave the row that everybody reads; there stays what every face shows.
CREATE TABLE "release_count" (
	"release_id" uuid NOT NULL,
	"indicator" text NOT NULL,
	"owed" integer NOT NULL,
	"verified" integer NOT NULL,
	CONSTRAINT "release_count_release_id_indicator_pk" PRIMARY KEY("release_id","indicator")
);
--> statement-breakpoint
ALTER TABLE "release_count" ADD CONSTRAINT "release_count_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
do $$ begin
  alter table release_count enable row level security;
  alter table release_count force row level security;
  execute format('create policy maintenance on release_count to %I using (true) with check (true)', current_user);
  revoke all on release_count from public;
end $$;
--> statement-breakpoint
insert into release_count (release_id, indicator, owed, verified)
  select r.id, c.key, (c.value->>'owed')::int, (c.value->>'verified')::int from figure_release r, jsonb_each(r.coverage) c;
--> statement-breakpoint
update figure_release r set coverage = (select jsonb_object_agg(c.key, c.value - 'owed' - 'verified' || jsonb_build_object('percent',
    case when n.owed > 0 then 10 * (10 * n.verified / n.owed) end))
  from jsonb_each(r.coverage) c join release_count n on n.release_id = r.id and n.indicator = c.key)
  where coverage <> '{}';
--> statement-breakpoint
grant select on release_count to lilink_app;
--> statement-breakpoint
create policy acted on release_count as restrictive to lilink_app using ((select app.acted()));
--> statement-breakpoint
create policy officer on release_count for select to lilink_app using ((select app.officer()));
--> statement-breakpoint
grant select, insert on release_count to lilink_worker;
--> statement-breakpoint
create policy worker_reads on release_count for select to lilink_worker using (true);
--> statement-breakpoint
create policy worker_makes on release_count for insert to lilink_worker
  with check (exists (select 1 from figure_release r where r.id = release_id and r.state = 'making'));
