CREATE TYPE "public"."decline_reason" AS ENUM('figures', 'volume', 'time', 'price_band', 'ip', 'region', 'capacity', 'other');--> statement-breakpoint
CREATE TYPE "public"."introduction_side" AS ENUM('asking', 'asked');--> statement-breakpoint
CREATE TYPE "public"."introduction_state" AS ENUM('sent', 'accepted', 'declined', 'withdrawn', 'expired', 'ended');--> statement-breakpoint
CREATE TYPE "public"."ledger_state" AS ENUM('proposed', 'confirmed', 'disputed', 'retracted');--> statement-breakpoint
CREATE TYPE "public"."ledger_step" AS ENUM('meeting', 'nda', 'trial', 'contract', 'volume');--> statement-breakpoint
CREATE TYPE "public"."claim_state" AS ENUM('open', 'approved', 'refused', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."member_role" AS ENUM('admin', 'editor', 'viewer');--> statement-breakpoint
CREATE TYPE "public"."organization_kind" AS ENUM('enterprise', 'university_or_institute', 'regulator', 'association', 'coordination_group', 'operator');--> statement-breakpoint
CREATE TYPE "public"."organization_status" AS ENUM('unclaimed', 'pending', 'verified', 'suspended', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."disclosure_level" AS ENUM('everyone', 'member', 'partner', 'own');--> statement-breakpoint
CREATE TYPE "public"."part_state" AS ENUM('review', 'returned', 'live', 'past', 'ended');--> statement-breakpoint
CREATE TYPE "public"."posting_kind" AS ENUM('capability', 'need', 'project');--> statement-breakpoint
CREATE TYPE "public"."posting_state" AS ENUM('draft', 'in_review', 'returned', 'published', 'closed', 'expired');--> statement-breakpoint
CREATE TABLE "observation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"series_id" uuid NOT NULL,
	"region" text NOT NULL,
	"year" integer NOT NULL,
	"period" text NOT NULL,
	"value" numeric NOT NULL,
	"note" text,
	CONSTRAINT "observation_place" UNIQUE("series_id","region","period")
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"unit" text NOT NULL,
	"source" text NOT NULL,
	"address" text,
	"licence" text NOT NULL,
	"vintage" text NOT NULL,
	"confidence" text NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "series_code_vintage" UNIQUE("code","vintage")
);
--> statement-breakpoint
CREATE TABLE "introduction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"asking_posting_id" uuid,
	"asked_posting_id" uuid NOT NULL,
	"state" "introduction_state" NOT NULL,
	"aim" text NOT NULL,
	"message" text NOT NULL,
	"question" jsonb,
	"due_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"decline_reason" "decline_reason",
	"answer_note" text,
	"ended_at" timestamp (3) with time zone,
	"end_note" text,
	CONSTRAINT "introduction_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "introduction_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"introduction_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"side" "introduction_side" NOT NULL,
	"person_id" uuid,
	"person_name" text NOT NULL,
	"body" text NOT NULL,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "introduction_party" (
	"introduction_id" uuid NOT NULL,
	"side" "introduction_side" NOT NULL,
	"organization_id" uuid NOT NULL,
	"contact_person_id" uuid,
	"contact_name" text,
	"contact_email" text,
	"contact_phone" text,
	CONSTRAINT "introduction_party_introduction_id_side_pk" PRIMARY KEY("introduction_id","side")
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"introduction_id" uuid NOT NULL,
	"step" "ledger_step" NOT NULL,
	"state" "ledger_state" NOT NULL,
	"proposed_side" "introduction_side" NOT NULL,
	"occurred_on" text NOT NULL,
	"amount" text,
	"unit" text,
	"note" text,
	"proposed_by" uuid,
	"confirmed_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "ledger_entry_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"prefix" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_key_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "api_key_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "match" (
	"reader_organization_id" uuid NOT NULL,
	"own_posting_id" uuid NOT NULL,
	"other_posting_id" uuid NOT NULL,
	"model_version" text NOT NULL,
	"score" double precision NOT NULL,
	"result" jsonb NOT NULL,
	"own_version" integer NOT NULL,
	"other_version" integer NOT NULL,
	"computed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "match_own_posting_id_other_posting_id_pk" PRIMARY KEY("own_posting_id","other_posting_id")
);
--> statement-breakpoint
CREATE TABLE "match_mark" (
	"organization_id" uuid NOT NULL,
	"own_posting_id" uuid NOT NULL,
	"other_posting_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"reason" text,
	"marked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "match_mark_own_posting_id_other_posting_id_pk" PRIMARY KEY("own_posting_id","other_posting_id")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"address" text NOT NULL,
	"locale" text NOT NULL,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"path" text NOT NULL,
	"cause_key" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organization_id" uuid,
	"kind" text NOT NULL,
	"params" jsonb NOT NULL,
	"path" text NOT NULL,
	"cause_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_search" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"organization_id" uuid,
	"name" text NOT NULL,
	"page" text NOT NULL,
	"query" text NOT NULL,
	"digest" text DEFAULT 'none' NOT NULL,
	"last_digest_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_search_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" "claim_state" NOT NULL,
	"code_scheme" text NOT NULL,
	"code" text NOT NULL,
	"code_flags" text[] DEFAULT '{}' NOT NULL,
	"statement" text NOT NULL,
	"decision_reason" text,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claim_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" "member_role" NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "invitation_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"organization_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" "member_role" NOT NULL,
	"duties" text[] DEFAULT '{}' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "membership_organization_id_person_id_pk" PRIMARY KEY("organization_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"kind" "organization_kind" NOT NULL,
	"status" "organization_status" NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text,
	"name_pinyin" text NOT NULL,
	"fictional" boolean DEFAULT false NOT NULL,
	"country" text DEFAULT 'CN' NOT NULL,
	"province" text,
	"links" text[] DEFAULT '{}' NOT NULL,
	"description" text,
	"website" text,
	"seed" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organization_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "organization_group" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organization_group_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "organization_profile" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid,
	"code_scheme" text,
	"code" text,
	"code_flags" text[] DEFAULT '{}' NOT NULL,
	"contact_name" text,
	"contact_email" text,
	"contact_phone" text,
	"offers" text[] DEFAULT '{}' NOT NULL,
	"needs" text[] DEFAULT '{}' NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organization_profile_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "organization_stance" (
	"organization_id" uuid NOT NULL,
	"source" text NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "organization_stance_organization_id_source_key_pk" PRIMARY KEY("organization_id","source","key")
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "external_identity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"notice_choice" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "person_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "mail_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"email" text NOT NULL,
	"payload" jsonb NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "mail_token_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"wrong" integer NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organization_id" uuid,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"posting_id" uuid,
	"introduction_id" uuid,
	"claim_id" uuid,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attachment_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"posting_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"introduction_id" uuid NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone,
	CONSTRAINT "consent_posting_id_organization_id_introduction_id_pk" PRIMARY KEY("posting_id","organization_id","introduction_id")
);
--> statement-breakpoint
CREATE TABLE "posting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"public_id" text NOT NULL,
	"kind" "posting_kind" NOT NULL,
	"state" "posting_state" NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"live_version" integer,
	"matched_version" integer,
	"title" text DEFAULT '' NOT NULL,
	"concept" text,
	"valid_days" integer DEFAULT 180 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"submitted_by" uuid,
	"published_at" timestamp (3) with time zone,
	"valid_until" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "posting_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "posting_draft" (
	"posting_id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"levels" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting_head" (
	"posting_id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"public_id" text NOT NULL,
	"kind" "posting_kind" NOT NULL,
	"state" "posting_state" NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "posting_head_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "posting_part" (
	"posting_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"level" "disclosure_level" NOT NULL,
	"walled" boolean NOT NULL,
	"organization_id" uuid NOT NULL,
	"state" "part_state" NOT NULL,
	"public_id" text NOT NULL,
	"kind" "posting_kind" NOT NULL,
	"concept" text NOT NULL,
	"link" text NOT NULL,
	"language" text NOT NULL,
	"fields" jsonb NOT NULL,
	"facets" text[] DEFAULT '{}' NOT NULL,
	"search" "tsvector" NOT NULL,
	"wall_keys" text[] DEFAULT '{}' NOT NULL,
	"published_at" timestamp (3) with time zone,
	"valid_until" timestamp (3) with time zone,
	CONSTRAINT "posting_part_posting_id_version_level_walled_pk" PRIMARY KEY("posting_id","version","level","walled")
);
--> statement-breakpoint
CREATE TABLE "posting_review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"posting_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"decision" text NOT NULL,
	"failed_criteria" text[] DEFAULT '{}' NOT NULL,
	"reason" text,
	"reviewed_by" uuid,
	"reviewed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting_tally" (
	"kind" "posting_kind" NOT NULL,
	"concept" text NOT NULL,
	"link" text NOT NULL,
	"live" integer NOT NULL,
	CONSTRAINT "posting_tally_kind_concept_pk" PRIMARY KEY("kind","concept")
);
--> statement-breakpoint
CREATE TABLE "posting_version" (
	"posting_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"organization_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"levels" jsonb NOT NULL,
	"change_note" text,
	"submitted_by" uuid,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "posting_version_posting_id_version_pk" PRIMARY KEY("posting_id","version")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid,
	"person_id" uuid,
	"actor_kind" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid,
	"detail" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disclosure_read" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_organization_id" uuid NOT NULL,
	"posting_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"level" text NOT NULL,
	"purpose" text NOT NULL,
	"reader_organization_id" uuid,
	"reader_person_id" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_done" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"done_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outbox_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "worker_beat" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_asking_posting_id_posting_id_fk" FOREIGN KEY ("asking_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_asked_posting_id_posting_id_fk" FOREIGN KEY ("asked_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_message" ADD CONSTRAINT "introduction_message_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_message" ADD CONSTRAINT "introduction_message_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_message" ADD CONSTRAINT "introduction_message_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_party" ADD CONSTRAINT "introduction_party_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_party" ADD CONSTRAINT "introduction_party_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_party" ADD CONSTRAINT "introduction_party_contact_person_id_person_id_fk" FOREIGN KEY ("contact_person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_reader_organization_id_organization_id_fk" FOREIGN KEY ("reader_organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_own_posting_id_posting_id_fk" FOREIGN KEY ("own_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_other_posting_id_posting_id_fk" FOREIGN KEY ("other_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_mark" ADD CONSTRAINT "match_mark_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_mark" ADD CONSTRAINT "match_mark_own_posting_id_posting_id_fk" FOREIGN KEY ("own_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_mark" ADD CONSTRAINT "match_mark_other_posting_id_posting_id_fk" FOREIGN KEY ("other_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_profile" ADD CONSTRAINT "organization_profile_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_profile" ADD CONSTRAINT "organization_profile_group_id_organization_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."organization_group"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_stance" ADD CONSTRAINT "organization_stance_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_posting_id_posting_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_uploaded_by_person_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_posting_id_posting_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_draft" ADD CONSTRAINT "posting_draft_posting_id_posting_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_draft" ADD CONSTRAINT "posting_draft_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_draft" ADD CONSTRAINT "posting_draft_updated_by_person_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_head" ADD CONSTRAINT "posting_head_posting_id_posting_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_head" ADD CONSTRAINT "posting_head_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_part" ADD CONSTRAINT "posting_part_posting_id_posting_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_part" ADD CONSTRAINT "posting_part_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_review" ADD CONSTRAINT "posting_review_posting_id_posting_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_review" ADD CONSTRAINT "posting_review_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_review" ADD CONSTRAINT "posting_review_reviewed_by_person_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_version" ADD CONSTRAINT "posting_version_posting_id_posting_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_version" ADD CONSTRAINT "posting_version_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_version" ADD CONSTRAINT "posting_version_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "observation_series_idx" ON "observation" USING btree ("series_id","year");--> statement-breakpoint
CREATE INDEX "introduction_state_idx" ON "introduction" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "introduction_asked_idx" ON "introduction" USING btree ("asked_posting_id");--> statement-breakpoint
CREATE INDEX "introduction_message_idx" ON "introduction_message" USING btree ("introduction_id","created_at");--> statement-breakpoint
CREATE INDEX "introduction_party_organization_idx" ON "introduction_party" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_introduction_idx" ON "ledger_entry" USING btree ("introduction_id");--> statement-breakpoint
CREATE INDEX "api_key_organization_idx" ON "api_key" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "match_own_idx" ON "match" USING btree ("own_posting_id","score" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "match_other_idx" ON "match" USING btree ("other_posting_id");--> statement-breakpoint
CREATE INDEX "match_reader_idx" ON "match" USING btree ("reader_organization_id","computed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_cause_idx" ON "mail" USING btree ("address","kind","cause_key");--> statement-breakpoint
CREATE INDEX "mail_waiting_idx" ON "mail" USING btree ("next_at") WHERE sent_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_cause_idx" ON "notice" USING btree ("person_id","kind","cause_key");--> statement-breakpoint
CREATE INDEX "notice_person_idx" ON "notice" USING btree ("person_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "saved_search_person_idx" ON "saved_search" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "claim_state_idx" ON "claim" USING btree ("state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_open_idx" ON "claim" USING btree ("organization_id","person_id") WHERE "claim"."state" = 'open';--> statement-breakpoint
CREATE INDEX "invitation_organization_idx" ON "invitation" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "membership_person_idx" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "organization_status_idx" ON "organization" USING btree ("status","kind");--> statement-breakpoint
CREATE INDEX "organization_pinyin_idx" ON "organization" USING btree ("name_pinyin");--> statement-breakpoint
CREATE INDEX "external_identity_subject_idx" ON "external_identity" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "session_person_idx" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "attachment_posting_idx" ON "attachment" USING btree ("posting_id");--> statement-breakpoint
CREATE INDEX "attachment_introduction_idx" ON "attachment" USING btree ("introduction_id");--> statement-breakpoint
CREATE INDEX "consent_organization_idx" ON "consent" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "posting_organization_idx" ON "posting" USING btree ("organization_id","state");--> statement-breakpoint
CREATE INDEX "posting_state_idx" ON "posting" USING btree ("state","valid_until");--> statement-breakpoint
CREATE INDEX "posting_part_list_idx" ON "posting_part" USING btree ("level","state","published_at" DESC NULLS LAST,"posting_id");--> statement-breakpoint
CREATE INDEX "posting_part_kind_idx" ON "posting_part" USING btree ("level","state","kind","published_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "posting_part_concept_idx" ON "posting_part" USING btree ("concept","state");--> statement-breakpoint
CREATE INDEX "posting_part_public_idx" ON "posting_part" USING btree ("public_id");--> statement-breakpoint
CREATE INDEX "posting_part_search_idx" ON "posting_part" USING gin ("search") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "posting_part_facets_idx" ON "posting_part" USING gin ("facets") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "posting_review_posting_idx" ON "posting_review" USING btree ("posting_id","version");--> statement-breakpoint
CREATE INDEX "audit_entry_organization_idx" ON "audit_entry" USING btree ("organization_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "disclosure_read_owner_idx" ON "disclosure_read" USING btree ("owner_organization_id","at" DESC NULLS LAST);