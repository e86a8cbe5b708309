CREATE TABLE "stress_scenario" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"name" text NOT NULL,
	"given" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"input_hash" text NOT NULL,
	"meeting_id" uuid,
	"kept_by" uuid,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stress_scenario_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "stress_scenario_name" CHECK (length("stress_scenario"."name") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "supply_ceiling" (
	"id" uuid PRIMARY KEY NOT NULL,
	"percent" integer NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "supply_ceiling_percent" CHECK ("supply_ceiling"."percent" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "trade_flow" (
	"load_id" uuid NOT NULL,
	"period" text NOT NULL,
	"reporter" text NOT NULL,
	"partner" text NOT NULL,
	"line" text NOT NULL,
	"product" text NOT NULL,
	"flow" text NOT NULL,
	"tonnes" double precision NOT NULL,
	"usd" double precision,
	"factor" double precision,
	"factor_source" text NOT NULL,
	"current" boolean NOT NULL,
	CONSTRAINT "trade_flow_load_id_period_partner_line_flow_pk" PRIMARY KEY("load_id","period","partner","line","flow"),
	CONSTRAINT "trade_flow_flow" CHECK ("trade_flow"."flow" in ('import', 'export', 'reimport')),
	CONSTRAINT "trade_flow_period" CHECK ("trade_flow"."period" ~ '^[0-9]{4}(-(0[1-9]|1[0-2]))?$'),
	CONSTRAINT "trade_flow_tonnes" CHECK ("trade_flow"."tonnes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "trade_load" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"state" text NOT NULL,
	"layout" text NOT NULL,
	"reporter" text NOT NULL,
	"file_name" text NOT NULL,
	"source" text NOT NULL,
	"licence" text NOT NULL,
	"sample" boolean NOT NULL,
	"reason" text,
	"rows" integer NOT NULL,
	"skipped" integer NOT NULL,
	"revision" integer,
	"opened_by" uuid,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "trade_load_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "trade_load_revision" UNIQUE("reporter","revision"),
	CONSTRAINT "trade_load_state" CHECK ("trade_load"."state" in ('open', 'taken', 'dropped')),
	CONSTRAINT "trade_load_layout" CHECK ("trade_load"."layout" in ('comtrade', 'gacc', 'baci', 'geopolrisk')),
	CONSTRAINT "trade_load_taken" CHECK (("trade_load"."state" = 'taken') = ("trade_load"."revision" is not null))
);
--> statement-breakpoint
ALTER TABLE "stress_scenario" ADD CONSTRAINT "stress_scenario_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stress_scenario" ADD CONSTRAINT "stress_scenario_kept_by_person_id_fk" FOREIGN KEY ("kept_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supply_ceiling" ADD CONSTRAINT "supply_ceiling_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trade_flow" ADD CONSTRAINT "trade_flow_load_id_trade_load_id_fk" FOREIGN KEY ("load_id") REFERENCES "public"."trade_load"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trade_load" ADD CONSTRAINT "trade_load_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stress_scenario_time_idx" ON "stress_scenario" USING btree ("kept_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "supply_ceiling_time_idx" ON "supply_ceiling" USING btree ("decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "trade_flow_current_idx" ON "trade_flow" USING btree ("reporter","product","period") WHERE "trade_flow"."current";--> statement-breakpoint
CREATE INDEX "trade_load_time_idx" ON "trade_load" USING btree ("opened_at" DESC NULLS LAST);