ALTER TABLE "outbox" ADD COLUMN "trace" text;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD COLUMN "sealed" text;
--> statement-breakpoint
-- A worker of the release before reads the column in plain, which is empty now: it does not see these addresses, and their events wait.
alter policy worker on webhook_endpoint using (sealed is null or (select nullif(current_setting('app.unseals', true), '')) = '1');
--> statement-breakpoint
grant update (secret, sealed) on webhook_endpoint to lilink_worker;
