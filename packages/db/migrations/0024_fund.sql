CREATE TABLE "fund_award" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"call_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"title" text NOT NULL,
	"abstract" text NOT NULL,
	"research_class" text NOT NULL,
	"asked" numeric NOT NULL,
	"amount" numeric NOT NULL,
	"starts_on" date NOT NULL,
	"months" integer NOT NULL,
	"state" text NOT NULL,
	"awarded_by" uuid,
	"awarded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fund_award_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "fund_award_application_id_unique" UNIQUE("application_id"),
	CONSTRAINT "fund_award_class_check" CHECK ("fund_award"."research_class" in ('basic', 'applied', 'development')),
	CONSTRAINT "fund_award_state_check" CHECK ("fund_award"."state" in ('active', 'closed', 'terminated')),
	CONSTRAINT "fund_award_amount_check" CHECK ("fund_award"."amount" > 0 and "fund_award"."months" between 1 and 240)
);
--> statement-breakpoint
CREATE TABLE "fund_payment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"award_id" uuid NOT NULL,
	"amount" numeric NOT NULL,
	"note" text NOT NULL,
	"state" text NOT NULL,
	"ordered_by" uuid,
	"ordered_at" timestamp (3) with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp (3) with time zone,
	"paid_on" date,
	CONSTRAINT "fund_payment_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "fund_payment_state_check" CHECK ("fund_payment"."state" in ('ordered', 'paid', 'cancelled')),
	CONSTRAINT "fund_payment_amount_check" CHECK ("fund_payment"."amount" > 0),
	CONSTRAINT "fund_payment_paid_check" CHECK (("fund_payment"."state" = 'paid') = ("fund_payment"."paid_on" is not null)),
	CONSTRAINT "fund_payment_two_check" CHECK ("fund_payment"."state" <> 'paid' or "fund_payment"."ended_by" is distinct from "fund_payment"."ordered_by")
);
--> statement-breakpoint
CREATE TABLE "fund_plan_event" (
	"award_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"event" jsonb NOT NULL,
	"told" text,
	"by_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fund_plan_event_award_id_position_pk" PRIMARY KEY("award_id","position")
);
--> statement-breakpoint
CREATE TABLE "fund_application" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"call_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"leader" text NOT NULL,
	"team" text[] NOT NULL,
	"title" text NOT NULL,
	"abstract" text NOT NULL,
	"body" text NOT NULL,
	"asked" numeric,
	"months" integer,
	"share" numeric NOT NULL,
	"state" text NOT NULL,
	"revision" integer NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"codes" text[],
	"rules" text,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fund_application_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "fund_application_state_check" CHECK ("fund_application"."state" in ('draft', 'submitted', 'eligible', 'ineligible', 'recommended', 'reserve', 'not_recommended', 'awarded', 'declined', 'withdrawn')),
	CONSTRAINT "fund_application_asked_check" CHECK ("fund_application"."asked" > 0),
	CONSTRAINT "fund_application_months_check" CHECK ("fund_application"."months" between 1 and 240),
	CONSTRAINT "fund_application_share_check" CHECK ("fund_application"."share" between 0 and 100),
	CONSTRAINT "fund_application_submitted_check" CHECK ("fund_application"."state" in ('draft', 'withdrawn') or "fund_application"."submitted_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "fund_assignment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"call_id" uuid NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"result" jsonb,
	CONSTRAINT "fund_assignment_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "fund_opening" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"opened_by" uuid,
	"count" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fund_panel" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"ranking" jsonb NOT NULL,
	"recusals" jsonb NOT NULL,
	"minutes" text NOT NULL,
	"hash" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fund_paper" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"title" text NOT NULL,
	"abstract" text NOT NULL,
	"authors" text[] NOT NULL,
	"published_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fund_partner" (
	"application_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"share" numeric NOT NULL,
	"agreed_at" timestamp (3) with time zone,
	CONSTRAINT "fund_partner_application_id_org_id_pk" PRIMARY KEY("application_id","org_id"),
	CONSTRAINT "fund_partner_share_check" CHECK ("fund_partner"."share" > 0 and "fund_partner"."share" <= 100)
);
--> statement-breakpoint
CREATE TABLE "fund_review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"fit" numeric NOT NULL,
	"state" text NOT NULL,
	"due_on" date NOT NULL,
	"scores" integer[],
	"confidence" integer,
	"words" text,
	"note" text,
	"reason" text,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "fund_review_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "fund_review_one" UNIQUE("application_id","person_id"),
	CONSTRAINT "fund_review_state_check" CHECK ("fund_review"."state" in ('assigned', 'submitted', 'declined', 'recused')),
	CONSTRAINT "fund_review_confidence_check" CHECK ("fund_review"."confidence" between 1 and 5),
	CONSTRAINT "fund_review_submitted_check" CHECK (("fund_review"."state" = 'submitted') = ("fund_review"."scores" is not null and cardinality("fund_review"."scores") = 3 and 1 <= all ("fund_review"."scores") and 5 >= all ("fund_review"."scores")
        and "fund_review"."confidence" is not null and length(trim("fund_review"."words")) > 0 and "fund_review"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "fund_reviewer" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"subject" text NOT NULL,
	"declared" text[] NOT NULL,
	"most" integer NOT NULL,
	"active" boolean NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fund_reviewer_most_check" CHECK ("fund_reviewer"."most" between 1 and 40)
);
--> statement-breakpoint
ALTER TABLE "fund_award" ADD CONSTRAINT "fund_award_application_id_fund_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."fund_application"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_award" ADD CONSTRAINT "fund_award_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_award" ADD CONSTRAINT "fund_award_awarded_by_person_id_fk" FOREIGN KEY ("awarded_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_payment" ADD CONSTRAINT "fund_payment_award_id_fund_award_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."fund_award"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_payment" ADD CONSTRAINT "fund_payment_ordered_by_person_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_payment" ADD CONSTRAINT "fund_payment_ended_by_person_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_plan_event" ADD CONSTRAINT "fund_plan_event_award_id_fund_award_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."fund_award"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_plan_event" ADD CONSTRAINT "fund_plan_event_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_application" ADD CONSTRAINT "fund_application_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_application" ADD CONSTRAINT "fund_application_saved_by_person_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_assignment" ADD CONSTRAINT "fund_assignment_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_opening" ADD CONSTRAINT "fund_opening_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_panel" ADD CONSTRAINT "fund_panel_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_paper" ADD CONSTRAINT "fund_paper_person_id_fund_reviewer_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."fund_reviewer"("person_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_partner" ADD CONSTRAINT "fund_partner_application_id_fund_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."fund_application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_partner" ADD CONSTRAINT "fund_partner_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_review" ADD CONSTRAINT "fund_review_application_id_fund_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."fund_application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_review" ADD CONSTRAINT "fund_review_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_reviewer" ADD CONSTRAINT "fund_reviewer_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fund_award_call_idx" ON "fund_award" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "fund_award_org_idx" ON "fund_award" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "fund_payment_award_idx" ON "fund_payment" USING btree ("award_id","ordered_at");--> statement-breakpoint
CREATE INDEX "fund_application_call_idx" ON "fund_application" USING btree ("call_id","state");--> statement-breakpoint
CREATE INDEX "fund_application_org_idx" ON "fund_application" USING btree ("org_id","saved_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "fund_assignment_call_idx" ON "fund_assignment" USING btree ("call_id","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "fund_paper_person_idx" ON "fund_paper" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "fund_partner_org_idx" ON "fund_partner" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "fund_review_person_idx" ON "fund_review" USING btree ("person_id","due_on");