CREATE TABLE "rule_reading" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule_set" text NOT NULL,
	"from_on" date NOT NULL,
	"deadlines" jsonb,
	"source" text NOT NULL,
	"note" text,
	"recorded_by" uuid,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rule_reading" ADD CONSTRAINT "rule_reading_recorded_by_person_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rule_reading_set_idx" ON "rule_reading" USING btree ("rule_set","recorded_at");