CREATE TABLE "battery_denial" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"other_id" uuid,
	"code" text NOT NULL,
	"event_hash" text NOT NULL,
	"province" text,
	"occurred_on" date NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"denied_by" uuid,
	"denied_at" timestamp (3) with time zone NOT NULL,
	"upheld_reason" text,
	"upheld_by" uuid,
	"upheld_at" timestamp (3) with time zone,
	"settled_reason" text,
	"settled_by" uuid,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "battery_denial_once" UNIQUE("organization_id","code","event_hash"),
	CONSTRAINT "battery_denial_state_check" CHECK ("battery_denial"."state" in ('denied', 'upheld', 'stands', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "battery_denial" ADD CONSTRAINT "battery_denial_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "battery_denial" ADD CONSTRAINT "battery_denial_other_id_organization_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."organization"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "battery_denial" ADD CONSTRAINT "battery_denial_denied_by_person_id_fk" FOREIGN KEY ("denied_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "battery_denial" ADD CONSTRAINT "battery_denial_upheld_by_person_id_fk" FOREIGN KEY ("upheld_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "battery_denial" ADD CONSTRAINT "battery_denial_settled_by_person_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "battery_denial_event_idx" ON "battery_denial" USING btree ("code","event_hash");