CREATE TABLE "event_badge" (
	"guest_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "event_badge_event_id_code_key" UNIQUE("event_id","code")
);
--> statement-breakpoint
CREATE TABLE "event_delegate" (
	"guest_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"topics" text[] NOT NULL,
	"languages" text[] NOT NULL,
	"slots" integer[],
	CONSTRAINT "event_delegate_guest_id_position_pk" PRIMARY KEY("guest_id","position"),
	CONSTRAINT "event_delegate_name" CHECK (length("event_delegate"."name") between 1 and 80),
	CONSTRAINT "event_delegate_position" CHECK ("event_delegate"."position" between 0 and 9)
);
--> statement-breakpoint
CREATE TABLE "event_guest" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"event_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"state" text NOT NULL,
	"most" integer NOT NULL,
	"topics" text[] NOT NULL,
	"languages" text[] NOT NULL,
	"registered_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "event_guest_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "event_guest_event_id_org_id_key" UNIQUE("event_id","org_id"),
	CONSTRAINT "event_guest_state" CHECK ("event_guest"."state" in ('registered', 'checked_in', 'absent', 'withdrawn')),
	CONSTRAINT "event_guest_most" CHECK ("event_guest"."most" between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "event_interest" (
	"event_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"towards_id" uuid NOT NULL,
	"strength" integer NOT NULL,
	"reason" text,
	"said_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "event_interest_event_id_org_id_towards_id_pk" PRIMARY KEY("event_id","org_id","towards_id"),
	CONSTRAINT "event_interest_strength" CHECK ("event_interest"."strength" between 1 and 3),
	CONSTRAINT "event_interest_self" CHECK ("event_interest"."towards_id" <> "event_interest"."org_id"),
	CONSTRAINT "event_interest_reason" CHECK (length("event_interest"."reason") <= 140)
);
--> statement-breakpoint
CREATE TABLE "event_meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"event_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"value" numeric NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "event_meeting_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "event_meeting_pair_key" UNIQUE("event_id","first_id","second_id"),
	CONSTRAINT "event_meeting_order" CHECK ("event_meeting"."first_id" < "event_meeting"."second_id")
);
--> statement-breakpoint
CREATE TABLE "event_outcome" (
	"meeting_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"after_days" integer NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"said_by" uuid,
	"said_at" timestamp (3) with time zone NOT NULL,
	"agreed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "event_outcome_meeting_id_org_id_after_days_pk" PRIMARY KEY("meeting_id","org_id","after_days"),
	CONSTRAINT "event_outcome_days" CHECK ("event_outcome"."after_days" in ('1', '30', '90')),
	CONSTRAINT "event_outcome_outcome" CHECK ("event_outcome"."outcome" in ('none', 'follow_up', 'nda', 'trial', 'contract', 'irrelevant')),
	CONSTRAINT "event_outcome_reason" CHECK (length("event_outcome"."reason") <= 400)
);
--> statement-breakpoint
CREATE TABLE "event_plan" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"event_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"repairs" integer,
	"closed" integer[] NOT NULL,
	"from_slot" integer NOT NULL,
	"result" jsonb,
	"asked_by" uuid,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "event_plan_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "event_plan_event_id_version_key" UNIQUE("event_id","version"),
	CONSTRAINT "event_plan_state" CHECK ("event_plan"."state" in ('queued', 'draft', 'failed', 'published', 'dropped', 'superseded')),
	CONSTRAINT "event_plan_slot" CHECK ("event_plan"."from_slot" >= 0)
);
--> statement-breakpoint
CREATE TABLE "event_seat" (
	"plan_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"slot" integer NOT NULL,
	"hall_table" integer NOT NULL,
	"first_person" integer NOT NULL,
	"second_person" integer NOT NULL,
	CONSTRAINT "event_seat_plan_id_meeting_id_pk" PRIMARY KEY("plan_id","meeting_id"),
	CONSTRAINT "event_seat_table_key" UNIQUE("plan_id","slot","hall_table")
);
--> statement-breakpoint
ALTER TABLE "ledger_entry" ALTER COLUMN "introduction_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD COLUMN "event_meeting_id" uuid;--> statement-breakpoint
ALTER TABLE "event_badge" ADD CONSTRAINT "event_badge_guest_id_event_guest_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."event_guest"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_badge" ADD CONSTRAINT "event_badge_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_delegate" ADD CONSTRAINT "event_delegate_guest_id_event_guest_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."event_guest"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_delegate" ADD CONSTRAINT "event_delegate_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_guest" ADD CONSTRAINT "event_guest_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_interest" ADD CONSTRAINT "event_interest_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_interest" ADD CONSTRAINT "event_interest_towards_id_organization_id_fk" FOREIGN KEY ("towards_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_meeting" ADD CONSTRAINT "event_meeting_first_id_organization_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_meeting" ADD CONSTRAINT "event_meeting_second_id_organization_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_outcome" ADD CONSTRAINT "event_outcome_meeting_id_event_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."event_meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_outcome" ADD CONSTRAINT "event_outcome_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_outcome" ADD CONSTRAINT "event_outcome_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_plan" ADD CONSTRAINT "event_plan_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_seat" ADD CONSTRAINT "event_seat_plan_id_event_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."event_plan"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_seat" ADD CONSTRAINT "event_seat_meeting_id_event_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."event_meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_guest_org_idx" ON "event_guest" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "event_interest_towards_idx" ON "event_interest" USING btree ("towards_id");--> statement-breakpoint
CREATE INDEX "event_meeting_first_idx" ON "event_meeting" USING btree ("first_id");--> statement-breakpoint
CREATE INDEX "event_meeting_second_idx" ON "event_meeting" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "event_seat_meeting_idx" ON "event_seat" USING btree ("meeting_id");--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_event_meeting_id_event_meeting_id_fk" FOREIGN KEY ("event_meeting_id") REFERENCES "public"."event_meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_entry_meeting_idx" ON "ledger_entry" USING btree ("event_meeting_id");--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_of_one" CHECK (num_nonnulls("ledger_entry"."introduction_id", "ledger_entry"."event_meeting_id") = 1);