CREATE TABLE "fund_milestone" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"award_id" uuid NOT NULL,
	"work_package" text NOT NULL,
	"title" text NOT NULL,
	"measure" text NOT NULL,
	"baseline_from" date NOT NULL,
	"baseline_on" date NOT NULL,
	"due_on" date NOT NULL,
	"moves" integer NOT NULL,
	"state" text NOT NULL,
	"ended_on" date,
	"reason" text,
	"verified_by" uuid,
	"verified_org" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fund_milestone_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "fund_milestone_state_check" CHECK ("fund_milestone"."state" in ('planned', 'told', 'reached', 'missed', 'dropped')),
	CONSTRAINT "fund_milestone_days_check" CHECK ("fund_milestone"."baseline_from" <= "fund_milestone"."baseline_on" and "fund_milestone"."baseline_from" <= "fund_milestone"."due_on")
);
--> statement-breakpoint
CREATE TABLE "fund_output" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"award_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"identifier" text NOT NULL,
	"key" text NOT NULL,
	"made_on" date NOT NULL,
	"share" numeric NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fund_output_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "fund_output_once" UNIQUE("award_id","kind","key"),
	CONSTRAINT "fund_output_kind_check" CHECK ("fund_output"."kind" in ('paper', 'patent', 'standard', 'sample', 'process', 'dataset', 'software', 'person_trained')),
	CONSTRAINT "fund_output_share_check" CHECK ("fund_output"."share" > 0 and "fund_output"."share" <= 100)
);
--> statement-breakpoint
ALTER TABLE "fund_milestone" ADD CONSTRAINT "fund_milestone_award_id_fund_award_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."fund_award"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_milestone" ADD CONSTRAINT "fund_milestone_verified_by_person_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_milestone" ADD CONSTRAINT "fund_milestone_verified_org_organization_id_fk" FOREIGN KEY ("verified_org") REFERENCES "public"."organization"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_output" ADD CONSTRAINT "fund_output_award_id_fund_award_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."fund_award"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fund_milestone_award_idx" ON "fund_milestone" USING btree ("award_id","baseline_on");--> statement-breakpoint
CREATE INDEX "fund_output_key_idx" ON "fund_output" USING btree ("kind","key");