ALTER TABLE "organization_profile" ADD COLUMN "size" text;--> statement-breakpoint
ALTER TABLE "organization_profile" ADD CONSTRAINT "organization_profile_size" CHECK ("organization_profile"."size" in ('large', 'medium', 'small', 'micro'));--> statement-breakpoint
grant update (size) on organization_profile to lilink_app;
