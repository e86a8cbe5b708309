CREATE TABLE "market_pair" (
	"demand_posting_id" uuid NOT NULL,
	"offer_posting_id" uuid NOT NULL,
	"demand_score" double precision NOT NULL,
	"offer_score" double precision NOT NULL,
	"fits" boolean NOT NULL,
	"judged" text[] NOT NULL,
	"failed" text[] NOT NULL,
	"shown" boolean DEFAULT false NOT NULL,
	"demand_place" integer,
	"offer_place" integer,
	"demand_told" boolean DEFAULT false NOT NULL,
	"offer_told" boolean DEFAULT false NOT NULL,
	CONSTRAINT "market_pair_demand_posting_id_offer_posting_id_pk" PRIMARY KEY("demand_posting_id","offer_posting_id")
);
--> statement-breakpoint
CREATE TABLE "market_report" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"model_version" text NOT NULL,
	"report" jsonb NOT NULL,
	CONSTRAINT "market_report_one_row" CHECK ("market_report"."only")
);
--> statement-breakpoint
ALTER TABLE "market_pair" ADD CONSTRAINT "market_pair_demand_posting_id_posting_id_fk" FOREIGN KEY ("demand_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_pair" ADD CONSTRAINT "market_pair_offer_posting_id_posting_id_fk" FOREIGN KEY ("offer_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "market_pair_offer_idx" ON "market_pair" USING btree ("offer_posting_id");--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['market_pair', 'market_report'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('revoke all on %I from public', t);
    execute format('create policy maintenance on %I to %I using (true) with check (true)', t, current_user);
    execute format('create policy worker on %I to lilink_worker using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to lilink_worker', t);
  end loop;
end $$;
--> statement-breakpoint
-- Whether a pair is shown, and how many come before in it, follow from what every verified member may read; scores and whoever was told stay inside.
grant select (demand_posting_id, offer_posting_id, fits, shown, demand_place, offer_place) on market_pair to lilink_app;
--> statement-breakpoint
create policy own_side on market_pair for select to lilink_app using ((select app.verified()) and exists (
  select 1 from posting p where p.id in (market_pair.demand_posting_id, market_pair.offer_posting_id) and p.organization_id = (select app.org())));
--> statement-breakpoint
grant select on market_report to lilink_app;
--> statement-breakpoint
create policy officer on market_report for select to lilink_app using ((select app.officer()));
--> statement-breakpoint
-- Pairs come from ranking: what is live is ranked anew.
insert into outbox (id, name, payload, run_at, created_at)
  select gen_random_uuid(), 'posting.match', jsonb_build_object('postingId', posting_id), now(), now() from posting_head where state = 'published';
