CREATE TABLE "support_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"side" "introduction_side",
	"step" text,
	"person_id" uuid,
	"person_name" text,
	"body" text NOT NULL,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "support_message_step_check" CHECK ("support_message"."step" in ('askClose', 'confirm', 'reopen', 'lapse')),
	CONSTRAINT "support_message_side_check" CHECK (("support_message"."side" is null) = ("support_message"."step" is not distinct from 'lapse')),
	CONSTRAINT "support_message_body_check" CHECK ("support_message"."body" <> '' or "support_message"."step" is not null and "support_message"."step" <> 'reopen')
);
--> statement-breakpoint
CREATE TABLE "support_ticket" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"introduction_id" uuid NOT NULL,
	"side" "introduction_side" NOT NULL,
	"kind" text NOT NULL,
	"urgency" text NOT NULL,
	"subject" text NOT NULL,
	"state" text NOT NULL,
	"opened_by" uuid,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"answer_due_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"resolve_due_at" timestamp (3) with time zone NOT NULL,
	"closing_side" "introduction_side",
	"closing_at" timestamp (3) with time zone,
	"closing_due_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "support_ticket_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "support_ticket_kind_check" CHECK ("support_ticket"."kind" in ('quality', 'delivery', 'documents', 'technical', 'other')),
	CONSTRAINT "support_ticket_urgency_check" CHECK ("support_ticket"."urgency" in ('urgent', 'normal', 'low')),
	CONSTRAINT "support_ticket_state_check" CHECK ("support_ticket"."state" in ('open', 'closing', 'closed')),
	CONSTRAINT "support_ticket_closing_check" CHECK (("support_ticket"."state" = 'open') = ("support_ticket"."closing_side" is null))
);
--> statement-breakpoint
CREATE TABLE "posting_use" (
	"posting_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"purposes" text[] NOT NULL,
	"framework" text NOT NULL,
	"until" date,
	"words" text DEFAULT '' NOT NULL,
	"set_by" uuid,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "posting_use_posting_id_version_pk" PRIMARY KEY("posting_id","version"),
	CONSTRAINT "posting_use_framework_check" CHECK ("posting_use"."framework" in ('free', 'mutual_secrecy', 'signed_agreement')),
	CONSTRAINT "posting_use_purposes_check" CHECK (cardinality("posting_use"."purposes") > 0)
);
--> statement-breakpoint
CREATE TABLE "posting_use_acceptance" (
	"posting_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"org_id" uuid NOT NULL,
	"until" date,
	"agreement" text,
	"accepted_by" uuid,
	"accepted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "posting_use_acceptance_posting_id_version_org_id_pk" PRIMARY KEY("posting_id","version","org_id")
);
--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "use_version" integer;--> statement-breakpoint
ALTER TABLE "posting_part" ADD COLUMN "use_version" integer;--> statement-breakpoint
ALTER TABLE "support_message" ADD CONSTRAINT "support_message_ticket_id_support_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."support_ticket"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_message" ADD CONSTRAINT "support_message_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_ticket" ADD CONSTRAINT "support_ticket_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_ticket" ADD CONSTRAINT "support_ticket_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_use" ADD CONSTRAINT "posting_use_posting_id_posting_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_use" ADD CONSTRAINT "posting_use_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_use_acceptance" ADD CONSTRAINT "posting_use_acceptance_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_use_acceptance" ADD CONSTRAINT "posting_use_acceptance_accepted_by_person_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_use_acceptance" ADD CONSTRAINT "posting_use_acceptance_use_fk" FOREIGN KEY ("posting_id","version") REFERENCES "public"."posting_use"("posting_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "support_message_idx" ON "support_message" USING btree ("ticket_id","created_at");--> statement-breakpoint
CREATE INDEX "support_ticket_introduction_idx" ON "support_ticket" USING btree ("introduction_id","state");--> statement-breakpoint
CREATE INDEX "support_ticket_state_idx" ON "support_ticket" USING btree ("state","closing_due_at");--> statement-breakpoint
CREATE INDEX "posting_use_acceptance_org_idx" ON "posting_use_acceptance" USING btree ("org_id");