ALTER TABLE "introduction" ALTER COLUMN "asked_posting_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "introduction" ADD COLUMN "achievement_id" uuid;--> statement-breakpoint
ALTER TABLE "relay_claim" ADD COLUMN "introduction_id" uuid;--> statement-breakpoint
ALTER TABLE "relay_claim" ADD CONSTRAINT "relay_claim_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "introduction_achievement_idx" ON "introduction" USING btree ("achievement_id");--> statement-breakpoint
CREATE INDEX "relay_claim_introduction_idx" ON "relay_claim" USING btree ("introduction_id");--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_asked_check" CHECK (num_nonnulls("introduction"."asked_posting_id", "introduction"."achievement_id") >= 1);