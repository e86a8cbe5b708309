CREATE TABLE "reserve_cover" (
	"month" text PRIMARY KEY NOT NULL,
	"low" integer NOT NULL,
	"high" integer,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reserve_cover_month" CHECK ("reserve_cover"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
CREATE TABLE "reserve_movement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"stock_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"tonnes" double precision NOT NULL,
	"occurred_on" text NOT NULL,
	"decision_id" uuid,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reserve_movement_kind" CHECK ("reserve_movement"."kind" in ('in', 'out', 'rotate', 'loss')),
	CONSTRAINT "reserve_movement_tonnes" CHECK ("reserve_movement"."tonnes" > 0 and "reserve_movement"."tonnes" <= 1e7),
	CONSTRAINT "reserve_movement_day" CHECK ("reserve_movement"."occurred_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
	CONSTRAINT "reserve_movement_decided" CHECK ("reserve_movement"."kind" not in ('out', 'rotate') or "reserve_movement"."decision_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "reserve_stock" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"product" text NOT NULL,
	"grade" text NOT NULL,
	"form" text NOT NULL,
	"site" text NOT NULL,
	"custodian" text NOT NULL,
	"target_days" integer NOT NULL,
	"shelf_life_days" integer,
	"opened_by" uuid,
	"opened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reserve_stock_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "reserve_stock_product" CHECK ("reserve_stock"."product" in ('carbonate', 'hydroxide', 'chloride', 'metal')),
	CONSTRAINT "reserve_stock_target" CHECK ("reserve_stock"."target_days" between 1 and 3650),
	CONSTRAINT "reserve_stock_life" CHECK ("reserve_stock"."shelf_life_days" between 1 and 36500)
);
--> statement-breakpoint
ALTER TABLE "reserve_movement" ADD CONSTRAINT "reserve_movement_stock_id_reserve_stock_id_fk" FOREIGN KEY ("stock_id") REFERENCES "public"."reserve_stock"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reserve_movement" ADD CONSTRAINT "reserve_movement_decision_id_meeting_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."meeting_decision"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reserve_stock" ADD CONSTRAINT "reserve_stock_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reserve_movement_stock_idx" ON "reserve_movement" USING btree ("stock_id","occurred_on");