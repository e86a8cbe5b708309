CREATE TABLE "duty" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"path" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"holder_id" uuid,
	"published" boolean DEFAULT false NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"escalated_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "machine_state" (
	"machine" text NOT NULL,
	"state" text NOT NULL,
	"start" boolean NOT NULL,
	"live" boolean NOT NULL,
	"review" boolean NOT NULL,
	"edit" text,
	CONSTRAINT "machine_state_machine_state_pk" PRIMARY KEY("machine","state")
);
--> statement-breakpoint
CREATE TABLE "machine_step" (
	"machine" text NOT NULL,
	"step" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"who" text NOT NULL,
	CONSTRAINT "machine_step_machine_step_from_state_pk" PRIMARY KEY("machine","step","from_state")
);
--> statement-breakpoint
CREATE TABLE "record_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"register" text NOT NULL,
	"record_id" uuid NOT NULL,
	"organization_id" uuid,
	"level" text NOT NULL,
	"shown" boolean NOT NULL,
	"version" integer NOT NULL,
	"step" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text,
	"taken_by" uuid,
	"taken_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "duty" ADD CONSTRAINT "duty_holder_id_organization_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_step" ADD CONSTRAINT "record_step_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_step" ADD CONSTRAINT "record_step_taken_by_person_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duty_subject" ON "duty" USING btree ("subject_id","kind");--> statement-breakpoint
CREATE INDEX "duty_open" ON "duty" USING btree ("holder_id","due_at");--> statement-breakpoint
CREATE INDEX "record_step_record" ON "record_step" USING btree ("record_id","taken_at");