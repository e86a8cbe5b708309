CREATE TABLE "batch_lot" (
	"lot" text PRIMARY KEY NOT NULL,
	"batch_id" uuid NOT NULL,
	"org_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batch_row" (
	"batch_id" uuid NOT NULL,
	"at" integer NOT NULL,
	"org_id" uuid NOT NULL,
	"side" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"kg" numeric NOT NULL,
	"assay" jsonb NOT NULL,
	"channel" text,
	"treatment" text,
	"handler" text,
	"licence" text,
	"licence_until" date,
	CONSTRAINT "batch_row_batch_id_at_pk" PRIMARY KEY("batch_id","at"),
	CONSTRAINT "batch_row_side_check" CHECK ("batch_row"."side" in ('input', 'product', 'waste')),
	CONSTRAINT "batch_row_name_check" CHECK (length("batch_row"."name") between 1 and 80),
	CONSTRAINT "batch_row_kg_check" CHECK ("batch_row"."kg" >= 0)
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "battery_of" (
	"org_id" uuid NOT NULL,
	"code" text NOT NULL,
	"as_maker" boolean NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "battery_of_org_id_code_pk" PRIMARY KEY("org_id","code"),
	CONSTRAINT "battery_of_code_check" CHECK (length("battery_of"."code") between 19 and 24)
);
--> statement-breakpoint
CREATE TABLE "battery_sale" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"org_id" uuid NOT NULL,
	"buyer_id" uuid NOT NULL,
	"code" text NOT NULL,
	"chemistry" text NOT NULL,
	"energy_share" numeric NOT NULL,
	"price" numeric NOT NULL,
	"sold_on" date NOT NULL,
	"state" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "battery_sale_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "battery_sale_check" CHECK ("battery_sale"."buyer_id" <> "battery_sale"."org_id"),
	CONSTRAINT "battery_sale_code_check" CHECK (length("battery_sale"."code") between 19 and 24),
	CONSTRAINT "battery_sale_energy_share_check" CHECK ("battery_sale"."energy_share" > 0 and "battery_sale"."energy_share" <= 1),
	CONSTRAINT "battery_sale_price_check" CHECK ("battery_sale"."price" >= 0),
	CONSTRAINT "battery_sale_state_check" CHECK ("battery_sale"."state" in ('told', 'confirmed', 'disputed'))
);
--> statement-breakpoint
CREATE TABLE "battery_sales" (
	"province" text NOT NULL,
	"year" integer NOT NULL,
	"chemistry" text NOT NULL,
	"gwh" numeric NOT NULL,
	"source" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "battery_sales_year_province_chemistry_pk" PRIMARY KEY("year","province","chemistry"),
	CONSTRAINT "battery_sales_province_check" CHECK ("battery_sales"."province" ~ '^[0-9]{2}$'),
	CONSTRAINT "battery_sales_year_check" CHECK ("battery_sales"."year" between 2000 and 2100),
	CONSTRAINT "battery_sales_gwh_check" CHECK ("battery_sales"."gwh" >= 0),
	CONSTRAINT "battery_sales_source_check" CHECK (length("battery_sales"."source") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "health_series" (
	"org_id" uuid NOT NULL,
	"code" text NOT NULL,
	"rated" numeric NOT NULL,
	"amounts" numeric[] NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "health_series_org_id_code_pk" PRIMARY KEY("org_id","code"),
	CONSTRAINT "health_series_code_check" CHECK (length("health_series"."code") between 1 and 24),
	CONSTRAINT "health_series_rated_check" CHECK ("health_series"."rated" > 0),
	CONSTRAINT "health_series_amounts_check" CHECK (cardinality("health_series"."amounts") between 4 and 5000)
);
--> statement-breakpoint
CREATE TABLE "recycling_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"org_id" uuid NOT NULL,
	"number" text NOT NULL,
	"state" text NOT NULL,
	"process" text NOT NULL,
	"custody_model" text NOT NULL,
	"province" text,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"u_in" numeric,
	"u_out" numeric,
	"handling" text[] DEFAULT '{}' NOT NULL,
	"mechanization" text,
	"short_process" boolean,
	"harmless_liquor" boolean,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "recycling_batch_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "recycling_batch_org_id_number_key" UNIQUE("org_id","number"),
	CONSTRAINT "recycling_batch_number_check" CHECK (length("recycling_batch"."number") between 1 and 60),
	CONSTRAINT "recycling_batch_state_check" CHECK ("recycling_batch"."state" in ('open', 'closed', 'balanced', 'refused', 'audited')),
	CONSTRAINT "recycling_batch_province_check" CHECK ("recycling_batch"."province" ~ '^[0-9]{2}$'),
	CONSTRAINT "recycling_batch_check" CHECK ("recycling_batch"."closed_on" >= "recycling_batch"."opened_on"),
	CONSTRAINT "recycling_batch_u_in_check" CHECK ("recycling_batch"."u_in" between 0 and 1),
	CONSTRAINT "recycling_batch_u_out_check" CHECK ("recycling_batch"."u_out" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "residual_test" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"org_id" uuid NOT NULL,
	"holder_id" uuid,
	"code" text NOT NULL,
	"method" text NOT NULL,
	"denominator" text NOT NULL,
	"tested_on" date NOT NULL,
	"energy_share" numeric,
	"capacity_share" numeric,
	"resistance" numeric,
	"u" numeric,
	"cost" numeric,
	"minutes" integer,
	"accredited" boolean NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "residual_test_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "residual_test_org_id_code_tested_on_method_key" UNIQUE("org_id","code","tested_on","method"),
	CONSTRAINT "residual_test_code_check" CHECK (length("residual_test"."code") between 19 and 24),
	CONSTRAINT "residual_test_denominator_check" CHECK ("residual_test"."denominator" in ('rated', 'first')),
	CONSTRAINT "residual_test_energy_share_check" CHECK ("residual_test"."energy_share" between 0 and 1.1),
	CONSTRAINT "residual_test_capacity_share_check" CHECK ("residual_test"."capacity_share" between 0 and 1.1),
	CONSTRAINT "residual_test_resistance_check" CHECK ("residual_test"."resistance" > 0),
	CONSTRAINT "residual_test_u_check" CHECK ("residual_test"."u" between 0 and 1),
	CONSTRAINT "residual_test_cost_check" CHECK ("residual_test"."cost" >= 0),
	CONSTRAINT "residual_test_minutes_check" CHECK ("residual_test"."minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "retired_lot" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"province" text NOT NULL,
	"chemistry" text NOT NULL,
	"tonnes" numeric NOT NULL,
	"energy_share" numeric,
	"u" numeric,
	"tested_on" date,
	"accredited" boolean NOT NULL,
	"step" integer NOT NULL,
	"reason" text,
	"damaged" boolean NOT NULL,
	"state" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "retired_lot_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "retired_lot_org_id_name_key" UNIQUE("org_id","name"),
	CONSTRAINT "retired_lot_name_check" CHECK (length("retired_lot"."name") between 1 and 80),
	CONSTRAINT "retired_lot_province_check" CHECK ("retired_lot"."province" ~ '^[0-9]{2}$'),
	CONSTRAINT "retired_lot_tonnes_check" CHECK ("retired_lot"."tonnes" > 0),
	CONSTRAINT "retired_lot_energy_share_check" CHECK ("retired_lot"."energy_share" between 0 and 1.1),
	CONSTRAINT "retired_lot_u_check" CHECK ("retired_lot"."u" between 0 and 1),
	CONSTRAINT "retired_lot_step_check" CHECK ("retired_lot"."step" between 0 and 3),
	CONSTRAINT "retired_lot_state_check" CHECK ("retired_lot"."state" in ('offered', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "test_booking" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"laboratory" uuid NOT NULL,
	"laboratory_org" uuid NOT NULL,
	"org_id" uuid NOT NULL,
	"code" text NOT NULL,
	"week" date NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "test_booking_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "test_booking_laboratory_week_org_id_code_key" UNIQUE("laboratory","week","org_id","code"),
	CONSTRAINT "test_booking_code_check" CHECK (length("test_booking"."code") between 19 and 24),
	CONSTRAINT "test_booking_week_check" CHECK (extract(isodow from "test_booking"."week") = 1),
	CONSTRAINT "test_booking_state_check" CHECK ("test_booking"."state" in ('asked', 'confirmed', 'declined', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "batch_lot" ADD CONSTRAINT "batch_lot_batch_id_recycling_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."recycling_batch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_lot" ADD CONSTRAINT "batch_lot_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_row" ADD CONSTRAINT "batch_row_batch_id_recycling_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."recycling_batch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_row" ADD CONSTRAINT "batch_row_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- The plan made this table before: its reference had the name that PostgreSQL gives.
ALTER TABLE "battery_of" DROP CONSTRAINT IF EXISTS "battery_of_org_id_fkey";--> statement-breakpoint
ALTER TABLE "battery_of" ADD CONSTRAINT "battery_of_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "battery_sale" ADD CONSTRAINT "battery_sale_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "battery_sale" ADD CONSTRAINT "battery_sale_buyer_id_organization_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "health_series" ADD CONSTRAINT "health_series_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recycling_batch" ADD CONSTRAINT "recycling_batch_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residual_test" ADD CONSTRAINT "residual_test_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "residual_test" ADD CONSTRAINT "residual_test_holder_id_organization_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."organization"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retired_lot" ADD CONSTRAINT "retired_lot_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_booking" ADD CONSTRAINT "test_booking_laboratory_org_organization_id_fk" FOREIGN KEY ("laboratory_org") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_booking" ADD CONSTRAINT "test_booking_org_id_organization_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "batch_lot_batch_idx" ON "batch_lot" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "batch_row_org_idx" ON "batch_row" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "battery_sale_org_idx" ON "battery_sale" USING btree ("org_id","sold_on" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "battery_sale_buyer_idx" ON "battery_sale" USING btree ("buyer_id","sold_on" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "recycling_batch_state_idx" ON "recycling_batch" USING btree ("state","opened_on" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "residual_test_holder_idx" ON "residual_test" USING btree ("holder_id","tested_on" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "test_booking_org_idx" ON "test_booking" USING btree ("org_id","week");--> statement-breakpoint
CREATE INDEX "test_booking_laboratory_idx" ON "test_booking" USING btree ("laboratory_org","week");