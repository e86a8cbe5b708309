CREATE TABLE "record_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"register" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"file_id" uuid NOT NULL,
	"marked_file_id" uuid,
	"size" integer DEFAULT 0 NOT NULL,
	"locale" text NOT NULL,
	"state" text NOT NULL,
	"rows_total" integer,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"faults" integer DEFAULT 0 NOT NULL,
	"first_faults" jsonb,
	"refusal" text,
	"refusal_params" jsonb,
	"requested_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "record_import_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
ALTER TABLE "record_import" ADD CONSTRAINT "record_import_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_import" ADD CONSTRAINT "record_import_requested_by_person_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_import_person_idx" ON "record_import" USING btree ("requested_by","created_at" DESC NULLS LAST);