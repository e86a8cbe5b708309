ALTER TABLE "claim" ADD COLUMN "status_before" "organization_status";--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "members_from" timestamp (3) with time zone;