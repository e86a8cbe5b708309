CREATE TABLE "battery_capture" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"behaviour" text NOT NULL,
	"file_name" text NOT NULL,
	"file_id" uuid,
	"marked_file_id" uuid,
	"sha256" text,
	"marked_sha256" text,
	"size" integer DEFAULT 0 NOT NULL,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"rows_total" integer,
	"taken" integer DEFAULT 0 NOT NULL,
	"known" integer DEFAULT 0 NOT NULL,
	"faults" integer DEFAULT 0 NOT NULL,
	"answers" text,
	"first_faults" jsonb,
	"refusal" text,
	"refusal_params" jsonb,
	"requested_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "battery_capture_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "battery_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"other_id" uuid,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"event_hash" text NOT NULL,
	"province" text,
	"occurred_on" date NOT NULL,
	"due_on" date,
	"rule" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "battery_item_once" UNIQUE("organization_id","kind","code","event_hash")
);
--> statement-breakpoint
ALTER TABLE "battery_capture" ADD CONSTRAINT "battery_capture_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "battery_capture" ADD CONSTRAINT "battery_capture_requested_by_person_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "battery_item" ADD CONSTRAINT "battery_item_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "battery_item" ADD CONSTRAINT "battery_item_other_id_organization_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."organization"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "battery_capture_organization_idx" ON "battery_capture" USING btree ("organization_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "battery_item_province_idx" ON "battery_item" USING btree ("province","kind","due_on");