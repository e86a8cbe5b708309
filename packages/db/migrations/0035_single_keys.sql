ALTER TABLE "person" ADD COLUMN "single_keys" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
grant update (single_keys) on person to lilink_app;
