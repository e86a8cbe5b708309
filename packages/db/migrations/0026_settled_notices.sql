CREATE INDEX "notice_open_cause_idx" ON "notice" USING btree ("cause_key") WHERE read_at is null;
