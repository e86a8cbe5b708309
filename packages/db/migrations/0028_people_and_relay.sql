CREATE TABLE "body_apart" (
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"said_by" uuid,
	"said_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "body_apart_first_id_second_id_pk" PRIMARY KEY("first_id","second_id"),
	CONSTRAINT "body_apart_order" CHECK ("body_apart"."first_id" < "body_apart"."second_id"),
	CONSTRAINT "body_apart_reason" CHECK (length("body_apart"."reason") between 10 and 1000)
);
--> statement-breakpoint
CREATE TABLE "body_fact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"fact" text NOT NULL,
	"value" text,
	"basis" text NOT NULL,
	"evidence" text NOT NULL,
	"said_on" text NOT NULL,
	"recorded_by" uuid,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "body_fact_fact" CHECK ("body_fact"."fact" in ('nameZh', 'nameEn', 'country', 'province', 'website', 'paper')),
	CONSTRAINT "body_fact_basis" CHECK ("body_fact"."basis" in ('claim', 'register', 'paper', 'newest')),
	CONSTRAINT "body_fact_on" CHECK ("body_fact"."said_on" ~ '^\d{4}-\d{2}-\d{2}$'),
	CONSTRAINT "body_fact_evidence" CHECK (length("body_fact"."evidence") between 10 and 1000)
);
--> statement-breakpoint
CREATE TABLE "body_merge" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"merged_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"status_before" "organization_status" NOT NULL,
	"filled" jsonb NOT NULL,
	"moved" integer NOT NULL,
	"merged_by" uuid,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp (3) with time zone,
	"undo_reason" text,
	CONSTRAINT "body_merge_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "body_merge_self" CHECK ("body_merge"."merged_id" <> "body_merge"."into_id"),
	CONSTRAINT "body_merge_reason" CHECK (length("body_merge"."reason") between 10 and 1000)
);
--> statement-breakpoint
CREATE TABLE "body_merge_move" (
	"merge_id" uuid NOT NULL,
	"table_name" text NOT NULL,
	"column_name" text NOT NULL,
	"key" jsonb NOT NULL,
	CONSTRAINT "body_merge_move_merge_id_table_name_column_name_key_pk" PRIMARY KEY("merge_id","table_name","column_name","key")
);
--> statement-breakpoint
CREATE TABLE "fact_contest" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"fact" text NOT NULL,
	"state" text NOT NULL,
	"said" text,
	"wanted" text,
	"place" text,
	"reason" text NOT NULL,
	"filed_by" uuid,
	"filed_at" timestamp (3) with time zone NOT NULL,
	"evidence" text,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "fact_contest_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "fact_contest_fact" CHECK ("fact_contest"."fact" in ('nameZh', 'country', 'paper', 'elsewhere')),
	CONSTRAINT "fact_contest_state" CHECK ("fact_contest"."state" in ('open', 'upheld', 'refused', 'withdrawn')),
	CONSTRAINT "fact_contest_reason" CHECK (length("fact_contest"."reason") between 10 and 2000)
);
--> statement-breakpoint
CREATE TABLE "incentive_claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"programme_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"state" text NOT NULL,
	"amount" numeric NOT NULL,
	"purpose" text NOT NULL,
	"claimed_on" text NOT NULL,
	"claimed_by" uuid,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"terms_id" uuid,
	"facts" jsonb NOT NULL,
	"broken" text[] NOT NULL,
	"code" text,
	"reason" text,
	"checked_by" uuid,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "incentive_claim_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "incentive_claim_state" CHECK ("incentive_claim"."state" in ('submitted', 'checked', 'granted', 'paid', 'clawed_back', 'refused', 'withdrawn')),
	CONSTRAINT "incentive_claim_amount" CHECK ("incentive_claim"."amount" > 0),
	CONSTRAINT "incentive_claim_code" CHECK ("incentive_claim"."code" in ('kind', 'size', 'link', 'province', 'amount', 'number', 'standing', 'evidence', 'purpose', 'budget', 'late')),
	CONSTRAINT "incentive_claim_refused" CHECK ("incentive_claim"."state" <> 'refused' or "incentive_claim"."code" is not null)
);
--> statement-breakpoint
CREATE TABLE "incentive_terms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"programme_id" uuid NOT NULL,
	"from_on" text NOT NULL,
	"kinds" text[] NOT NULL,
	"sizes" text[] NOT NULL,
	"links" text[] NOT NULL,
	"provinces" text[] NOT NULL,
	"most" numeric,
	"claims" integer,
	"set_by" uuid,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "incentive_terms_day_key" UNIQUE("programme_id","from_on"),
	CONSTRAINT "incentive_terms_from" CHECK ("incentive_terms"."from_on" ~ '^\d{4}-\d{2}-\d{2}$')
);
--> statement-breakpoint
CREATE TABLE "fund_contributor" (
	"output_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"share" numeric NOT NULL,
	CONSTRAINT "fund_contributor_output_id_position_pk" PRIMARY KEY("output_id","position"),
	CONSTRAINT "fund_contributor_share_check" CHECK ("fund_contributor"."share" > 0 and "fund_contributor"."share" <= 100)
);
--> statement-breakpoint
CREATE TABLE "fund_maturity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"award_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"rung" text NOT NULL,
	"trl" integer NOT NULL,
	"reached_on" date NOT NULL,
	"evidence" text NOT NULL,
	"reason" text NOT NULL,
	"told_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fund_maturity_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "fund_maturity_award_id_position_key" UNIQUE("award_id","position"),
	CONSTRAINT "fund_maturity_rung_check" CHECK ("fund_maturity"."rung" in ('lab', 'pilot', 'customer_verification', 'bulk_supply')),
	CONSTRAINT "fund_maturity_trl_check" CHECK ("fund_maturity"."trl" between 1 and 9),
	CONSTRAINT "fund_maturity_evidence_check" CHECK ("fund_maturity"."evidence" <> '')
);
--> statement-breakpoint
CREATE TABLE "relay_claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"result_id" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"holder_id" uuid NOT NULL,
	"posting_id" uuid,
	"award_id" uuid,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"named" boolean NOT NULL,
	"claimed_at" timestamp (3) with time zone,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "relay_claim_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "relay_claim_state_check" CHECK ("relay_claim"."state" in ('asked', 'claimed', 'working', 'in_product', 'returned', 'refused', 'withdrawn')),
	CONSTRAINT "relay_claim_sides_check" CHECK ("relay_claim"."org_id" <> "relay_claim"."holder_id"),
	CONSTRAINT "relay_claim_source_check" CHECK (num_nonnulls("relay_claim"."posting_id", "relay_claim"."award_id") <= 1)
);
--> statement-breakpoint
CREATE TABLE "relay_result" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"org_id" uuid NOT NULL,
	"output_id" uuid,
	"achievement_id" uuid,
	"title" text NOT NULL,
	"use" text NOT NULL,
	"node" text NOT NULL,
	"rung" text NOT NULL,
	"made_on" date NOT NULL,
	"state" text NOT NULL,
	"offered_by" uuid,
	"offered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "relay_result_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "relay_result_state_check" CHECK ("relay_result"."state" in ('offered', 'withdrawn')),
	CONSTRAINT "relay_result_rung_check" CHECK ("relay_result"."rung" in ('lab', 'pilot', 'customer_verification', 'bulk_supply')),
	CONSTRAINT "relay_result_source_check" CHECK (("relay_result"."output_id" is null) <> ("relay_result"."achievement_id" is null))
);
--> statement-breakpoint
CREATE TABLE "relay_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"claim_id" uuid NOT NULL,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"told_org" uuid NOT NULL,
	"told_by" uuid,
	"told_at" timestamp (3) with time zone NOT NULL,
	"happened_on" date NOT NULL,
	"words" text NOT NULL,
	"use_kind" text,
	"volume" numeric,
	"unit" text,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"answer" text,
	CONSTRAINT "relay_step_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "relay_step_step_check" CHECK ("relay_step"."step" in ('claim', 'begin', 'use', 'return')),
	CONSTRAINT "relay_step_state_check" CHECK ("relay_step"."state" in ('told', 'confirmed', 'disputed', 'taken_back')),
	CONSTRAINT "relay_step_use_kind_check" CHECK ("relay_step"."use_kind" in ('contract', 'delivery', 'test_report')),
	CONSTRAINT "relay_step_proof_check" CHECK (("relay_step"."step" = 'use') = ("relay_step"."use_kind" is not null) and ("relay_step"."step" not in ('use', 'return') or "relay_step"."words" <> '')),
	CONSTRAINT "relay_step_volume_check" CHECK (("relay_step"."volume" is null) = ("relay_step"."unit" is null) and "relay_step"."volume" > 0)
);
--> statement-breakpoint
ALTER TABLE "fund_application" DROP CONSTRAINT "fund_application_state_check";--> statement-breakpoint
ALTER TABLE "fund_application" ADD COLUMN "judged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "fund_application" ADD COLUMN "appeal" text;--> statement-breakpoint
ALTER TABLE "fund_application" ADD COLUMN "appealed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "body_apart" ADD CONSTRAINT "body_apart_first_id_organization_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_apart" ADD CONSTRAINT "body_apart_second_id_organization_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_apart" ADD CONSTRAINT "body_apart_said_by_person_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_fact" ADD CONSTRAINT "body_fact_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_fact" ADD CONSTRAINT "body_fact_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_merge" ADD CONSTRAINT "body_merge_merged_id_organization_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_merge" ADD CONSTRAINT "body_merge_into_id_organization_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_merge" ADD CONSTRAINT "body_merge_merged_by_person_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_merge" ADD CONSTRAINT "body_merge_undone_by_person_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_merge_move" ADD CONSTRAINT "body_merge_move_merge_id_body_merge_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."body_merge"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_contest" ADD CONSTRAINT "fact_contest_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_contest" ADD CONSTRAINT "fact_contest_filed_by_person_id_fk" FOREIGN KEY ("filed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_contest" ADD CONSTRAINT "fact_contest_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incentive_claim" ADD CONSTRAINT "incentive_claim_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incentive_claim" ADD CONSTRAINT "incentive_claim_claimed_by_person_id_fk" FOREIGN KEY ("claimed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incentive_claim" ADD CONSTRAINT "incentive_claim_terms_id_incentive_terms_id_fk" FOREIGN KEY ("terms_id") REFERENCES "public"."incentive_terms"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incentive_claim" ADD CONSTRAINT "incentive_claim_checked_by_person_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incentive_claim" ADD CONSTRAINT "incentive_claim_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incentive_terms" ADD CONSTRAINT "incentive_terms_set_by_person_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_contributor" ADD CONSTRAINT "fund_contributor_output_id_fund_output_id_fk" FOREIGN KEY ("output_id") REFERENCES "public"."fund_output"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_maturity" ADD CONSTRAINT "fund_maturity_award_id_fund_award_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."fund_award"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_maturity" ADD CONSTRAINT "fund_maturity_told_by_person_id_fk" FOREIGN KEY ("told_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_claim" ADD CONSTRAINT "relay_claim_result_id_relay_result_id_fk" FOREIGN KEY ("result_id") REFERENCES "public"."relay_result"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_claim" ADD CONSTRAINT "relay_claim_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_claim" ADD CONSTRAINT "relay_claim_holder_id_organization_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_claim" ADD CONSTRAINT "relay_claim_posting_id_posting_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."posting"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_claim" ADD CONSTRAINT "relay_claim_award_id_fund_award_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."fund_award"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_result" ADD CONSTRAINT "relay_result_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_result" ADD CONSTRAINT "relay_result_output_id_fund_output_id_fk" FOREIGN KEY ("output_id") REFERENCES "public"."fund_output"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_result" ADD CONSTRAINT "relay_result_offered_by_person_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_step" ADD CONSTRAINT "relay_step_claim_id_relay_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."relay_claim"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_step" ADD CONSTRAINT "relay_step_told_org_organization_id_fk" FOREIGN KEY ("told_org") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_step" ADD CONSTRAINT "relay_step_told_by_person_id_fk" FOREIGN KEY ("told_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relay_step" ADD CONSTRAINT "relay_step_answered_by_person_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "body_apart_second_idx" ON "body_apart" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "body_fact_organization_idx" ON "body_fact" USING btree ("organization_id","fact");--> statement-breakpoint
CREATE UNIQUE INDEX "body_merge_once_idx" ON "body_merge" USING btree ("merged_id") WHERE "body_merge"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "body_merge_into_idx" ON "body_merge" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "fact_contest_organization_idx" ON "fact_contest" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "fact_contest_state_idx" ON "fact_contest" USING btree ("state","filed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "fact_contest_open_idx" ON "fact_contest" USING btree ("organization_id","fact",coalesce("place", '')) WHERE "fact_contest"."state" = 'open';--> statement-breakpoint
CREATE INDEX "incentive_claim_programme_idx" ON "incentive_claim" USING btree ("programme_id","state");--> statement-breakpoint
CREATE INDEX "incentive_claim_org_idx" ON "incentive_claim" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "relay_claim_result_idx" ON "relay_claim" USING btree ("result_id");--> statement-breakpoint
CREATE INDEX "relay_claim_org_idx" ON "relay_claim" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "relay_claim_holder_idx" ON "relay_claim" USING btree ("holder_id");--> statement-breakpoint
CREATE UNIQUE INDEX "relay_claim_open_key" ON "relay_claim" USING btree ("result_id","org_id") WHERE state in ('asked', 'claimed', 'working');--> statement-breakpoint
CREATE INDEX "relay_result_org_idx" ON "relay_result" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "relay_result_node_idx" ON "relay_result" USING btree ("node");--> statement-breakpoint
CREATE UNIQUE INDEX "relay_result_output_key" ON "relay_result" USING btree ("output_id") WHERE state = 'offered';--> statement-breakpoint
CREATE UNIQUE INDEX "relay_result_achievement_key" ON "relay_result" USING btree ("achievement_id") WHERE state = 'offered';--> statement-breakpoint
CREATE INDEX "relay_step_claim_idx" ON "relay_step" USING btree ("claim_id","told_at");--> statement-breakpoint
CREATE UNIQUE INDEX "relay_step_open_key" ON "relay_step" USING btree ("claim_id") WHERE state = 'told';--> statement-breakpoint
ALTER TABLE "fund_application" ADD CONSTRAINT "fund_application_appeal_check" CHECK (("fund_application"."appeal" is null) = ("fund_application"."appealed_at" is null));--> statement-breakpoint
ALTER TABLE "fund_application" ADD CONSTRAINT "fund_application_state_check" CHECK ("fund_application"."state" in ('draft', 'submitted', 'eligible', 'ineligible', 'appealed', 'recommended', 'reserve', 'not_recommended', 'awarded', 'declined', 'withdrawn'));