CREATE TABLE "chain_health" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"period" text NOT NULL,
	"judged_on" text NOT NULL,
	"rules" text NOT NULL,
	"seed" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"effort" jsonb NOT NULL,
	"input_hash" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chain_health_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "chain_health_period" CHECK ("chain_health"."period" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
CREATE TABLE "chain_health_keep" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"run_id" uuid NOT NULL,
	"kept_by" uuid,
	"kept_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_health_node" (
	"run_id" uuid NOT NULL,
	"concept" text NOT NULL,
	"known" integer NOT NULL,
	"arithmetic_low" double precision NOT NULL,
	"arithmetic_high" double precision NOT NULL,
	"geometric_low" double precision NOT NULL,
	"geometric_high" double precision NOT NULL,
	"rank_low" integer,
	"rank_mid" integer,
	"rank_high" integer,
	"factors" jsonb NOT NULL,
	CONSTRAINT "chain_health_node_run_id_concept_pk" PRIMARY KEY("run_id","concept"),
	CONSTRAINT "chain_health_node_bounds" CHECK ("chain_health_node"."arithmetic_low" <= "chain_health_node"."arithmetic_high" and "chain_health_node"."geometric_low" <= "chain_health_node"."geometric_high")
);
--> statement-breakpoint
ALTER TABLE "chain_health_keep" ADD CONSTRAINT "chain_health_keep_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chain_health_keep" ADD CONSTRAINT "chain_health_keep_run_id_chain_health_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."chain_health"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chain_health_keep" ADD CONSTRAINT "chain_health_keep_kept_by_person_id_fk" FOREIGN KEY ("kept_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chain_health_node" ADD CONSTRAINT "chain_health_node_run_id_chain_health_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."chain_health"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chain_health_made_idx" ON "chain_health" USING btree ("made_at" DESC NULLS LAST,"id" DESC NULLS LAST);