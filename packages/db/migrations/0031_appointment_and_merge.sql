CREATE TABLE "appointment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"introduction_id" uuid NOT NULL,
	"state" text NOT NULL,
	"side" "introduction_side" NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"place" text NOT NULL,
	"reason" text,
	"reason_side" "introduction_side",
	"version" integer NOT NULL,
	"named_by" uuid,
	"named_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "appointment_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "appointment_state_check" CHECK ("appointment"."state" in ('proposed', 'agreed', 'over', 'cancelled', 'lapsed')),
	CONSTRAINT "appointment_times" CHECK ("appointment"."ends_at" > "appointment"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "appointment_mark" (
	"introduction_id" uuid NOT NULL,
	"side" "introduction_side" NOT NULL,
	"zone" text NOT NULL,
	"quarters" integer[] NOT NULL,
	"marked_by" uuid,
	"marked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "appointment_mark_introduction_id_side_pk" PRIMARY KEY("introduction_id","side"),
	CONSTRAINT "appointment_mark_few" CHECK (cardinality("appointment_mark"."quarters") <= 2784),
	CONSTRAINT "appointment_mark_zone" CHECK (length("appointment_mark"."zone") between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "appointment_outcome" (
	"appointment_id" uuid NOT NULL,
	"side" "introduction_side" NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"agreed" boolean NOT NULL,
	"said_by" uuid,
	"said_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "appointment_outcome_appointment_id_side_pk" PRIMARY KEY("appointment_id","side"),
	CONSTRAINT "appointment_outcome_check" CHECK ("appointment_outcome"."outcome" in ('none', 'follow_up', 'nda', 'trial', 'contract', 'irrelevant', 'missed'))
);
--> statement-breakpoint
CREATE TABLE "appointment_time" (
	"introduction_id" uuid NOT NULL,
	"from_quarter" integer NOT NULL,
	"quarters" integer NOT NULL,
	"fits" boolean NOT NULL,
	"drawn_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "appointment_time_introduction_id_from_quarter_pk" PRIMARY KEY("introduction_id","from_quarter")
);
--> statement-breakpoint
CREATE TABLE "merge_consent" (
	"request_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"signed_by" uuid,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"taken_back_at" timestamp (3) with time zone,
	CONSTRAINT "merge_consent_request_id_organization_id_pk" PRIMARY KEY("request_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "merge_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"merged_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"ending" text,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "merge_request_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "merge_request_self" CHECK ("merge_request"."merged_id" <> "merge_request"."into_id"),
	CONSTRAINT "merge_request_reason" CHECK (length("merge_request"."reason") between 10 and 1000),
	CONSTRAINT "merge_request_ending" CHECK ("merge_request"."ending" in ('merged', 'dropped', 'lapsed')),
	CONSTRAINT "merge_request_ended" CHECK (("merge_request"."ending" is null) = ("merge_request"."ended_at" is null))
);
--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_named_by_person_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_mark" ADD CONSTRAINT "appointment_mark_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_mark" ADD CONSTRAINT "appointment_mark_marked_by_person_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_outcome" ADD CONSTRAINT "appointment_outcome_appointment_id_appointment_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_outcome" ADD CONSTRAINT "appointment_outcome_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_time" ADD CONSTRAINT "appointment_time_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_consent" ADD CONSTRAINT "merge_consent_request_id_merge_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."merge_request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_consent" ADD CONSTRAINT "merge_consent_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_consent" ADD CONSTRAINT "merge_consent_signed_by_person_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_request" ADD CONSTRAINT "merge_request_merged_id_organization_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_request" ADD CONSTRAINT "merge_request_into_id_organization_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_request" ADD CONSTRAINT "merge_request_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_open_idx" ON "appointment" USING btree ("introduction_id") WHERE "appointment"."state" in ('proposed', 'agreed');--> statement-breakpoint
CREATE INDEX "appointment_introduction_idx" ON "appointment" USING btree ("introduction_id");--> statement-breakpoint
CREATE INDEX "appointment_state_idx" ON "appointment" USING btree ("state","ends_at");--> statement-breakpoint
CREATE INDEX "merge_consent_organization_idx" ON "merge_consent" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "merge_request_once_idx" ON "merge_request" USING btree (least("merged_id", "into_id"),greatest("merged_id", "into_id")) WHERE "merge_request"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "merge_request_merged_idx" ON "merge_request" USING btree ("merged_id");--> statement-breakpoint
CREATE INDEX "merge_request_into_idx" ON "merge_request" USING btree ("into_id");