CREATE TABLE "fund_milestone_after" (
	"milestone_id" uuid NOT NULL,
	"after_id" uuid NOT NULL,
	CONSTRAINT "fund_milestone_after_milestone_id_after_id_pk" PRIMARY KEY("milestone_id","after_id"),
	CONSTRAINT "fund_milestone_after_check" CHECK ("fund_milestone_after"."milestone_id" <> "fund_milestone_after"."after_id")
);
--> statement-breakpoint
CREATE TABLE "fund_milestone_change" (
	"id" uuid PRIMARY KEY NOT NULL,
	"milestone_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_on" date NOT NULL,
	"reason" text NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "fund_milestone_change_kind_check" CHECK ("fund_milestone_change"."kind" in ('moved', 'again', 'missed', 'dropped', 'reopened')),
	CONSTRAINT "fund_milestone_change_reason_check" CHECK (length("fund_milestone_change"."reason") between 1 and 400)
);
--> statement-breakpoint
CREATE TABLE "trade_month" (
	"reporter" text NOT NULL,
	"product" text NOT NULL,
	"flow" text NOT NULL,
	"period" text NOT NULL,
	"sample" boolean NOT NULL,
	"tonnes" text NOT NULL,
	"lce" text,
	CONSTRAINT "trade_month_reporter_product_period_flow_pk" PRIMARY KEY("reporter","product","period","flow"),
	CONSTRAINT "trade_month_flow" CHECK ("trade_month"."flow" in ('import', 'export', 'reimport'))
);
--> statement-breakpoint
ALTER TABLE "fund_milestone" ADD COLUMN "short_days" integer;--> statement-breakpoint
ALTER TABLE "fund_milestone" ADD COLUMN "likely_days" integer;--> statement-breakpoint
ALTER TABLE "fund_milestone" ADD COLUMN "long_days" integer;--> statement-breakpoint
ALTER TABLE "fund_milestone_after" ADD CONSTRAINT "fund_milestone_after_milestone_id_fund_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."fund_milestone"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_milestone_after" ADD CONSTRAINT "fund_milestone_after_after_id_fund_milestone_id_fk" FOREIGN KEY ("after_id") REFERENCES "public"."fund_milestone"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_milestone_change" ADD CONSTRAINT "fund_milestone_change_milestone_id_fund_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."fund_milestone"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fund_milestone_after_idx" ON "fund_milestone_after" USING btree ("after_id");--> statement-breakpoint
CREATE INDEX "fund_milestone_change_idx" ON "fund_milestone_change" USING btree ("milestone_id","told_at");--> statement-breakpoint
ALTER TABLE "fund_milestone" ADD CONSTRAINT "fund_milestone_points_check" CHECK (num_nulls("fund_milestone"."short_days", "fund_milestone"."likely_days", "fund_milestone"."long_days") in (0, 3) and 0 <= "fund_milestone"."short_days" and "fund_milestone"."short_days" <= "fund_milestone"."likely_days" and "fund_milestone"."likely_days" <= "fund_milestone"."long_days" and "fund_milestone"."long_days" <= 7300);--> statement-breakpoint
INSERT INTO "trade_month" ("reporter", "product", "flow", "period", "sample", "tonnes", "lce")
SELECT s.reporter, s.product, s.flow, s.period, bool_or(s.sample), string_agg('"' || s.partner || '",' || s.tonnes::text, ',' ORDER BY s.partner),
  string_agg('"' || s.partner || '",' || s.lce::text, ',' ORDER BY s.partner)
FROM (SELECT t.reporter, t.product, t.flow, t.period, t.partner, bool_or(l.sample) AS sample, sum(t.tonnes) AS tonnes, sum(t.tonnes * t.factor) AS lce
  FROM "trade_flow" t JOIN "trade_load" l ON l.id = t.load_id WHERE t.current GROUP BY 1, 2, 3, 4, 5) s GROUP BY 1, 2, 3, 4;
