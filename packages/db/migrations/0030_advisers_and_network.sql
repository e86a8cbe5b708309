CREATE TABLE "advised_draft" (
	"posting_id" uuid PRIMARY KEY NOT NULL,
	"engagement_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"adviser_org" uuid NOT NULL,
	"adviser_name" text NOT NULL,
	"prepared_at" timestamp (3) with time zone NOT NULL,
	"handed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "engagement" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"org_id" uuid NOT NULL,
	"adviser_org" uuid NOT NULL,
	"adviser_email" text NOT NULL,
	"adviser_id" uuid,
	"adviser_name" text,
	"scopes" text[] NOT NULL,
	"from_on" text NOT NULL,
	"until_on" text NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"named_by" uuid,
	"named_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_side" text,
	"end_reason" text,
	CONSTRAINT "engagement_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "engagement_state" CHECK ("engagement"."state" in ('proposed', 'active', 'declined', 'ended')),
	CONSTRAINT "engagement_ended_side" CHECK ("engagement"."ended_side" in ('client', 'adviser')),
	CONSTRAINT "engagement_days" CHECK ("engagement"."from_on" ~ '^\d{4}-\d{2}-\d{2}$' and "engagement"."until_on" ~ '^\d{4}-\d{2}-\d{2}$' and "engagement"."from_on" <= "engagement"."until_on"),
	CONSTRAINT "engagement_other_body" CHECK ("engagement"."adviser_org" <> "engagement"."org_id")
);
--> statement-breakpoint
CREATE TABLE "introduction_adviser" (
	"id" uuid PRIMARY KEY NOT NULL,
	"introduction_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"adviser_org" uuid NOT NULL,
	"adviser_id" uuid,
	"adviser_name" text NOT NULL,
	"let_in_by" uuid,
	"let_in_at" timestamp (3) with time zone NOT NULL,
	"let_out_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "proposed_pair" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"engagement_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"adviser_org" uuid NOT NULL,
	"adviser_name" text NOT NULL,
	"own_posting_id" uuid NOT NULL,
	"other_posting_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "proposed_pair_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "proposed_pair_state" CHECK ("proposed_pair"."state" in ('open', 'taken', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "network_consent" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"named" boolean NOT NULL,
	"said_by" uuid,
	"said_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "network_position" (
	"as_of" text NOT NULL,
	"org_id" uuid NOT NULL,
	"ties" integer NOT NULL,
	"lanes" text[] NOT NULL,
	"reached" text[] NOT NULL,
	"place" text,
	CONSTRAINT "network_position_as_of_org_id_pk" PRIMARY KEY("as_of","org_id"),
	CONSTRAINT "network_position_place" CHECK ("network_position"."place" in ('tenth', 'quarter', 'half', 'rest'))
);
--> statement-breakpoint
CREATE TABLE "network_reading" (
	"as_of" text PRIMARY KEY NOT NULL,
	"reading" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "network_reading_day" CHECK ("network_reading"."as_of" ~ '^[0-9]{4}-[0-9]{2}-01$')
);
--> statement-breakpoint
ALTER TABLE "introduction_message" ADD COLUMN "advised_by" uuid;--> statement-breakpoint
ALTER TABLE "advised_draft" ADD CONSTRAINT "advised_draft_posting_id_posting_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advised_draft" ADD CONSTRAINT "advised_draft_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advised_draft" ADD CONSTRAINT "advised_draft_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "advised_draft" ADD CONSTRAINT "advised_draft_adviser_org_organization_id_fk" FOREIGN KEY ("adviser_org") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_adviser_org_organization_id_fk" FOREIGN KEY ("adviser_org") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_adviser_id_person_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_named_by_person_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_adviser" ADD CONSTRAINT "introduction_adviser_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_adviser" ADD CONSTRAINT "introduction_adviser_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_adviser" ADD CONSTRAINT "introduction_adviser_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_adviser" ADD CONSTRAINT "introduction_adviser_adviser_org_organization_id_fk" FOREIGN KEY ("adviser_org") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_adviser" ADD CONSTRAINT "introduction_adviser_adviser_id_person_id_fk" FOREIGN KEY ("adviser_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_adviser" ADD CONSTRAINT "introduction_adviser_let_in_by_person_id_fk" FOREIGN KEY ("let_in_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_pair" ADD CONSTRAINT "proposed_pair_engagement_id_engagement_id_fk" FOREIGN KEY ("engagement_id") REFERENCES "public"."engagement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_pair" ADD CONSTRAINT "proposed_pair_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_pair" ADD CONSTRAINT "proposed_pair_adviser_org_organization_id_fk" FOREIGN KEY ("adviser_org") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_pair" ADD CONSTRAINT "proposed_pair_own_posting_id_posting_id_fk" FOREIGN KEY ("own_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_pair" ADD CONSTRAINT "proposed_pair_other_posting_id_posting_id_fk" FOREIGN KEY ("other_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposed_pair" ADD CONSTRAINT "proposed_pair_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_consent" ADD CONSTRAINT "network_consent_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_consent" ADD CONSTRAINT "network_consent_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_position" ADD CONSTRAINT "network_position_as_of_network_reading_as_of_fk" FOREIGN KEY ("as_of") REFERENCES "public"."network_reading"("as_of") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "network_position" ADD CONSTRAINT "network_position_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "advised_draft_engagement_idx" ON "advised_draft" USING btree ("engagement_id");--> statement-breakpoint
CREATE INDEX "engagement_org_idx" ON "engagement" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "engagement_adviser_idx" ON "engagement" USING btree ("adviser_id");--> statement-breakpoint
CREATE INDEX "engagement_email_idx" ON "engagement" USING btree ("adviser_email");--> statement-breakpoint
CREATE UNIQUE INDEX "introduction_adviser_once" ON "introduction_adviser" USING btree ("introduction_id","engagement_id") WHERE "introduction_adviser"."let_out_at" is null;--> statement-breakpoint
CREATE INDEX "introduction_adviser_engagement_idx" ON "introduction_adviser" USING btree ("engagement_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposed_pair_once" ON "proposed_pair" USING btree ("engagement_id","own_posting_id","other_posting_id");--> statement-breakpoint
CREATE INDEX "proposed_pair_own_idx" ON "proposed_pair" USING btree ("own_posting_id");