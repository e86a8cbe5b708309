-- The tables of the product. Who may read and write them, the functions and the triggers stand in packages/db/sql.
CREATE SCHEMA IF NOT EXISTS "app";--> statement-breakpoint
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
CREATE TYPE "public"."return_frequency" AS ENUM('monthly', 'quarterly', 'semiannual', 'annual');--> statement-breakpoint
CREATE TYPE "public"."return_state" AS ENUM('open', 'draft', 'submitted', 'queried', 'resubmitted', 'verified', 'locked');--> statement-breakpoint
CREATE TABLE "audit_checkpoint" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"payload" text NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"kind" text NOT NULL,
	"chain" uuid NOT NULL,
	"number" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_kind_chain_pk" PRIMARY KEY("kind","chain")
);
--> statement-breakpoint
CREATE TABLE "audit_link" (
	"kind" text NOT NULL,
	"chain" uuid NOT NULL,
	"number" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"prior" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_link_kind_chain_number_pk" PRIMARY KEY("kind","chain","number"),
	CONSTRAINT "audit_link_entry" UNIQUE("kind","entry_id")
);
--> statement-breakpoint
CREATE TABLE "audit_signed" (
	"kind" text NOT NULL,
	"chain" uuid NOT NULL,
	"number" bigint NOT NULL,
	CONSTRAINT "audit_signed_kind_chain_pk" PRIMARY KEY("kind","chain")
);
--> statement-breakpoint
CREATE TABLE "board_sum" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"sums" jsonb NOT NULL,
	CONSTRAINT "board_sum_one_row" CHECK ("board_sum"."only")
);
--> statement-breakpoint
CREATE TABLE "definition" (
	"id" uuid PRIMARY KEY NOT NULL,
	"indicator" text NOT NULL,
	"version" integer NOT NULL,
	"from_period" text NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text NOT NULL,
	"adopted" boolean DEFAULT false NOT NULL,
	"proposed_by" uuid,
	"adopted_by" uuid,
	"adopted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "definition_indicator_version" UNIQUE("indicator","version")
);
--> statement-breakpoint
CREATE TABLE "engine_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"adopted" boolean NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_version" (
	"version" text PRIMARY KEY NOT NULL,
	"rules" text NOT NULL,
	"compared_with" text NOT NULL,
	"weights" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE "abuse_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"person_id" uuid,
	"subject_kind" text NOT NULL,
	"subject_public_id" text NOT NULL,
	"about_organization_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finding" text,
	"note" text,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "abuse_report_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"organization_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_key_organization_id_key_id_key_pk" PRIMARY KEY("organization_id","key_id","key")
);
--> statement-breakpoint
CREATE TABLE "rate_bucket" (
	"key" text PRIMARY KEY NOT NULL,
	"tokens" double precision NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reading_day" (
	"organization_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	CONSTRAINT "reading_day_organization_id_day_kind_subject_id_pk" PRIMARY KEY("organization_id","day","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "broken_glass" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"person_id" uuid,
	"organization_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "broken_glass_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "password_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"password_hash" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "second_factor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"secret" text,
	"credential_id" text,
	"public_key" text,
	"counter" bigint DEFAULT 0 NOT NULL,
	"transports" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "second_factor_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"user_agent" text,
	"challenge" text,
	"wrong" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "sign_in_step_token_hash_unique" UNIQUE("token_hash")
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
CREATE TABLE "introduction_rivalry" (
	"introduction_id" uuid PRIMARY KEY NOT NULL,
	"competes" boolean NOT NULL
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
CREATE TABLE "market_pair" (
	"demand_posting_id" uuid NOT NULL,
	"offer_posting_id" uuid NOT NULL,
	"demand_score" double precision NOT NULL,
	"offer_score" double precision NOT NULL,
	"fits" boolean NOT NULL,
	"judged" text[] NOT NULL,
	"failed" text[] NOT NULL,
	"shown" boolean DEFAULT false NOT NULL,
	"demand_place" integer,
	"offer_place" integer,
	"demand_told" boolean DEFAULT false NOT NULL,
	"offer_told" boolean DEFAULT false NOT NULL,
	CONSTRAINT "market_pair_demand_posting_id_offer_posting_id_pk" PRIMARY KEY("demand_posting_id","offer_posting_id")
);
--> statement-breakpoint
CREATE TABLE "market_report" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"model_version" text NOT NULL,
	"report" jsonb NOT NULL,
	CONSTRAINT "market_report_one_row" CHECK ("market_report"."only")
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
	"seen" integer NOT NULL,
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
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"title" text NOT NULL,
	"held_at" timestamp (3) with time zone NOT NULL,
	"venue" text,
	"state" text NOT NULL,
	"release_id" uuid,
	"snapshot" jsonb NOT NULL,
	"minutes" text,
	"called_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"reason" text,
	CONSTRAINT "meeting_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "meeting_state" CHECK ("meeting"."state" in ('called', 'held', 'closed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "meeting_decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"item_id" uuid NOT NULL,
	"text" text NOT NULL,
	"owner_organization_id" uuid NOT NULL,
	"owner_person_id" uuid,
	"due_on" text NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_note" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meeting_decision_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_item" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"goal" text,
	"title" text NOT NULL,
	"notes" text
);
--> statement-breakpoint
CREATE TABLE "meeting_paper" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"type" text NOT NULL,
	"file_id" uuid NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meeting_paper_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "meeting_paper_kind" UNIQUE("meeting_id","kind","locale","type"),
	CONSTRAINT "meeting_paper_what" CHECK ("meeting_paper"."kind" in ('agenda', 'board', 'minutes') and "meeting_paper"."type" in ('pdf', 'xlsx'))
);
--> statement-breakpoint
CREATE TABLE "meeting_seat" (
	"meeting_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	CONSTRAINT "meeting_seat_meeting_id_organization_id_pk" PRIMARY KEY("meeting_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"organization_id" uuid,
	"person_id" uuid,
	"what" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
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
	"ended_at" timestamp (3) with time zone,
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
	"size" text,
	CONSTRAINT "organization_profile_code_unique" UNIQUE("code"),
	CONSTRAINT "organization_profile_size" CHECK ("organization_profile"."size" in ('large', 'medium', 'small', 'micro'))
);
--> statement-breakpoint
CREATE TABLE "organization_stance" (
	"organization_id" uuid NOT NULL,
	"source" text NOT NULL,
	"key" text NOT NULL,
	"until" timestamp (3) with time zone,
	"since" timestamp (3) with time zone,
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
	"single_keys" boolean DEFAULT true NOT NULL,
	CONSTRAINT "person_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "person_email_unique" UNIQUE("email")
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
	"revoked_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"limited" text,
	"challenge" text
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
CREATE TABLE "terms_consent" (
	"person_id" uuid NOT NULL,
	"version" text NOT NULL,
	"agreed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "terms_consent_pkey" PRIMARY KEY("person_id","version")
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
CREATE TABLE "disclosure_waiver" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"group_id" uuid,
	"indicator" text NOT NULL,
	"given_by" uuid,
	"given_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "figure_band" (
	"release_id" uuid NOT NULL,
	"indicator" text NOT NULL,
	"measure" text NOT NULL,
	"unit" text NOT NULL,
	"low" numeric NOT NULL,
	"middle" numeric NOT NULL,
	"high" numeric NOT NULL,
	CONSTRAINT "figure_band_release_id_indicator_measure_pk" PRIMARY KEY("release_id","indicator","measure")
);
--> statement-breakpoint
CREATE TABLE "figure_cell" (
	"id" uuid PRIMARY KEY NOT NULL,
	"release_id" uuid NOT NULL,
	"audience" text NOT NULL,
	"indicator" text NOT NULL,
	"measure" text NOT NULL,
	"period" text NOT NULL,
	"dimensions" text[] DEFAULT '{}' NOT NULL,
	"place" text[] DEFAULT '{}' NOT NULL,
	"unit" text NOT NULL,
	"status" text NOT NULL,
	"value" numeric,
	"low" numeric,
	"high" numeric,
	"note" text,
	CONSTRAINT "figure_cell_place" UNIQUE("release_id","indicator","measure","period","dimensions","place"),
	CONSTRAINT "figure_cell_audience" CHECK ("figure_cell"."audience" in ('everyone', 'members', 'group')),
	CONSTRAINT "figure_cell_withheld" CHECK (("figure_cell"."status" = 'published') = ("figure_cell"."value" is not null)),
	CONSTRAINT "figure_cell_status" CHECK ("figure_cell"."status" in ('published', 'withheld', 'absent'))
);
--> statement-breakpoint
CREATE TABLE "figure_release" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"period" text NOT NULL,
	"edition" integer NOT NULL,
	"audience" text NOT NULL,
	"state" text NOT NULL,
	"coverage" jsonb,
	"report" jsonb,
	"asked_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"frozen_at" timestamp (3) with time zone,
	CONSTRAINT "figure_release_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "figure_release_edition" UNIQUE("round_id","edition"),
	CONSTRAINT "figure_release_audience" CHECK ("figure_release"."audience" in ('everyone', 'members')),
	CONSTRAINT "figure_release_state" CHECK ("figure_release"."state" in ('making', 'frozen', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "public_figure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"component" text NOT NULL,
	"period" text NOT NULL,
	"source" text NOT NULL,
	"noted_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "public_figure_place" UNIQUE("organization_id","component","period")
);
--> statement-breakpoint
CREATE TABLE "release_count" (
	"release_id" uuid NOT NULL,
	"indicator" text NOT NULL,
	"owed" integer NOT NULL,
	"verified" integer NOT NULL,
	CONSTRAINT "release_count_release_id_indicator_pk" PRIMARY KEY("release_id","indicator")
);
--> statement-breakpoint
CREATE TABLE "release_observation" (
	"release_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"observations" jsonb NOT NULL,
	CONSTRAINT "release_observation_release_id_round_id_pk" PRIMARY KEY("release_id","round_id")
);
--> statement-breakpoint
CREATE TABLE "release_paper" (
	"release_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"file_id" uuid NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "release_paper_release_id_locale_pk" PRIMARY KEY("release_id","locale")
);
--> statement-breakpoint
CREATE TABLE "release_source" (
	"release_id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "release_source_release_id_form_id_pk" PRIMARY KEY("release_id","form_id")
);
--> statement-breakpoint
CREATE TABLE "return_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"form_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text,
	"by_person" uuid,
	"by_organization" uuid,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "return_explanation" (
	"form_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"check" text NOT NULL,
	"text" text NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "return_explanation_form_id_version_check_pk" PRIMARY KEY("form_id","version","check")
);
--> statement-breakpoint
CREATE TABLE "return_form" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"round_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"sheet" text NOT NULL,
	"definitions" jsonb NOT NULL,
	"components" text[] DEFAULT '{}' NOT NULL,
	"province" text,
	"size" text,
	"group_id" uuid,
	"state" "return_state" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"verified_version" integer,
	"late" boolean DEFAULT false NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp (3) with time zone,
	"checked_by" uuid,
	"checked_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "return_form_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "return_form_place" UNIQUE("round_id","organization_id","sheet"),
	CONSTRAINT "return_form_two_persons" CHECK ("return_form"."checked_by" is null or "return_form"."checked_by" is distinct from "return_form"."submitted_by")
);
--> statement-breakpoint
CREATE TABLE "return_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"form_id" uuid,
	"file_name" text NOT NULL,
	"file_id" uuid NOT NULL,
	"marked_file_id" uuid,
	"replace" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"rows_total" integer,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"faults" integer DEFAULT 0 NOT NULL,
	"refusal" text,
	"refusal_params" jsonb,
	"requested_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"size" integer DEFAULT 0 NOT NULL,
	"first_faults" jsonb,
	CONSTRAINT "return_import_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
CREATE TABLE "return_round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"period" text NOT NULL,
	"frequency" "return_frequency" NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"opened_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "return_round_public_id_unique" UNIQUE("public_id"),
	CONSTRAINT "return_round_period" UNIQUE("period","frequency")
);
--> statement-breakpoint
CREATE TABLE "return_value" (
	"id" uuid PRIMARY KEY NOT NULL,
	"form_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"component" text NOT NULL,
	"site" text DEFAULT '' NOT NULL,
	"place" text[] DEFAULT '{}' NOT NULL,
	"raw" text NOT NULL,
	"unit" text NOT NULL,
	"value" numeric,
	"imputed" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "return_value_place" UNIQUE("form_id","version","component","site","place")
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
	"posting_id" uuid,
	"version" integer NOT NULL,
	"level" text NOT NULL,
	"purpose" text NOT NULL,
	"reader_organization_id" uuid,
	"reader_person_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"form_id" uuid
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
	"trace" text,
	CONSTRAINT "outbox_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "worker_beat" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"cause_key" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"status" integer,
	"next_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "webhook_delivery_id_unique" UNIQUE("id")
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoint" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"sealed" text,
	CONSTRAINT "webhook_endpoint_public_id_unique" UNIQUE("public_id")
);
--> statement-breakpoint
ALTER TABLE "definition" ADD CONSTRAINT "definition_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "definition" ADD CONSTRAINT "definition_adopted_by_person_id_fk" FOREIGN KEY ("adopted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_decision" ADD CONSTRAINT "engine_decision_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abuse_report" ADD CONSTRAINT "abuse_report_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abuse_report" ADD CONSTRAINT "abuse_report_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abuse_report" ADD CONSTRAINT "abuse_report_about_organization_id_organization_id_fk" FOREIGN KEY ("about_organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abuse_report" ADD CONSTRAINT "abuse_report_decided_by_person_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_key" ADD CONSTRAINT "idempotency_key_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_history" ADD CONSTRAINT "password_history_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_step" ADD CONSTRAINT "sign_in_step_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_asking_posting_id_posting_id_fk" FOREIGN KEY ("asking_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_asked_posting_id_posting_id_fk" FOREIGN KEY ("asked_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_message" ADD CONSTRAINT "introduction_message_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_message" ADD CONSTRAINT "introduction_message_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_message" ADD CONSTRAINT "introduction_message_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_party" ADD CONSTRAINT "introduction_party_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_party" ADD CONSTRAINT "introduction_party_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_party" ADD CONSTRAINT "introduction_party_contact_person_id_person_id_fk" FOREIGN KEY ("contact_person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_rivalry" ADD CONSTRAINT "introduction_rivalry_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_proposed_by_person_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_confirmed_by_person_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_pair" ADD CONSTRAINT "market_pair_demand_posting_id_posting_id_fk" FOREIGN KEY ("demand_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_pair" ADD CONSTRAINT "market_pair_offer_posting_id_posting_id_fk" FOREIGN KEY ("offer_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_reader_organization_id_organization_id_fk" FOREIGN KEY ("reader_organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_own_posting_id_posting_id_fk" FOREIGN KEY ("own_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_other_posting_id_posting_id_fk" FOREIGN KEY ("other_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_mark" ADD CONSTRAINT "match_mark_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_mark" ADD CONSTRAINT "match_mark_own_posting_id_posting_id_fk" FOREIGN KEY ("own_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_mark" ADD CONSTRAINT "match_mark_other_posting_id_posting_id_fk" FOREIGN KEY ("other_posting_id") REFERENCES "public"."posting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_called_by_person_id_fk" FOREIGN KEY ("called_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_item_id_meeting_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."meeting_item"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_owner_organization_id_organization_id_fk" FOREIGN KEY ("owner_organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_owner_person_id_person_id_fk" FOREIGN KEY ("owner_person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_paper" ADD CONSTRAINT "meeting_paper_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_seat" ADD CONSTRAINT "meeting_seat_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_seat" ADD CONSTRAINT "meeting_seat_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_view" ADD CONSTRAINT "meeting_view_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_view" ADD CONSTRAINT "meeting_view_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "terms_consent" ADD CONSTRAINT "terms_consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "disclosure_waiver" ADD CONSTRAINT "disclosure_waiver_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_waiver" ADD CONSTRAINT "disclosure_waiver_group_id_organization_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."organization_group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_waiver" ADD CONSTRAINT "disclosure_waiver_given_by_person_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_band" ADD CONSTRAINT "figure_band_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_cell" ADD CONSTRAINT "figure_cell_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_release" ADD CONSTRAINT "figure_release_round_id_return_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."return_round"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_release" ADD CONSTRAINT "figure_release_asked_by_person_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_figure" ADD CONSTRAINT "public_figure_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_figure" ADD CONSTRAINT "public_figure_noted_by_person_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_count" ADD CONSTRAINT "release_count_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_observation" ADD CONSTRAINT "release_observation_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_observation" ADD CONSTRAINT "release_observation_round_id_return_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."return_round"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_paper" ADD CONSTRAINT "release_paper_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_source" ADD CONSTRAINT "release_source_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_source" ADD CONSTRAINT "release_source_form_id_return_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."return_form"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_event" ADD CONSTRAINT "return_event_form_id_return_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."return_form"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_event" ADD CONSTRAINT "return_event_by_person_person_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_explanation" ADD CONSTRAINT "return_explanation_form_id_return_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."return_form"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_explanation" ADD CONSTRAINT "return_explanation_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_form" ADD CONSTRAINT "return_form_round_id_return_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."return_round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_form" ADD CONSTRAINT "return_form_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_form" ADD CONSTRAINT "return_form_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_form" ADD CONSTRAINT "return_form_checked_by_person_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_import" ADD CONSTRAINT "return_import_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_import" ADD CONSTRAINT "return_import_form_id_return_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."return_form"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_import" ADD CONSTRAINT "return_import_requested_by_person_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_round" ADD CONSTRAINT "return_round_opened_by_person_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_value" ADD CONSTRAINT "return_value_form_id_return_form_id_fk" FOREIGN KEY ("form_id") REFERENCES "public"."return_form"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_value" ADD CONSTRAINT "return_value_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_webhook_endpoint_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."webhook_endpoint"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "engine_decision_time_idx" ON "engine_decision" USING btree ("decided_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "observation_series_idx" ON "observation" USING btree ("series_id","year");--> statement-breakpoint
CREATE INDEX "abuse_report_time_idx" ON "abuse_report" USING btree ("created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "abuse_report_organization_idx" ON "abuse_report" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "idempotency_key_time_idx" ON "idempotency_key" USING btree ("at");--> statement-breakpoint
CREATE INDEX "reading_day_day_idx" ON "reading_day" USING btree ("day");--> statement-breakpoint
CREATE INDEX "broken_glass_organization_idx" ON "broken_glass" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "password_history_person_idx" ON "password_history" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "recovery_code_person_idx" ON "recovery_code" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "second_factor_person_idx" ON "second_factor" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "introduction_state_idx" ON "introduction" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "introduction_asked_idx" ON "introduction" USING btree ("asked_posting_id");--> statement-breakpoint
CREATE INDEX "introduction_message_idx" ON "introduction_message" USING btree ("introduction_id","created_at");--> statement-breakpoint
CREATE INDEX "introduction_party_organization_idx" ON "introduction_party" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_introduction_idx" ON "ledger_entry" USING btree ("introduction_id");--> statement-breakpoint
CREATE INDEX "api_key_organization_idx" ON "api_key" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "market_pair_offer_idx" ON "market_pair" USING btree ("offer_posting_id");--> statement-breakpoint
CREATE INDEX "match_own_idx" ON "match" USING btree ("own_posting_id","score" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "match_other_idx" ON "match" USING btree ("other_posting_id");--> statement-breakpoint
CREATE INDEX "match_reader_idx" ON "match" USING btree ("reader_organization_id","computed_at");--> statement-breakpoint
CREATE INDEX "meeting_decision_owner_idx" ON "meeting_decision" USING btree ("owner_organization_id","due_on");--> statement-breakpoint
CREATE INDEX "meeting_item_meeting_idx" ON "meeting_item" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "meeting_view_meeting_idx" ON "meeting_view" USING btree ("meeting_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_cause_idx" ON "mail" USING btree ("address","kind","cause_key");--> statement-breakpoint
CREATE INDEX "mail_waiting_idx" ON "mail" USING btree ("next_at") WHERE sent_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_cause_idx" ON "notice" USING btree ("person_id","kind","cause_key");--> statement-breakpoint
CREATE INDEX "notice_open_cause_idx" ON "notice" USING btree ("cause_key") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notice_person_idx" ON "notice" USING btree ("person_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "saved_search_person_idx" ON "saved_search" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "claim_state_idx" ON "claim" USING btree ("state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_open_idx" ON "claim" USING btree ("organization_id","person_id") WHERE "claim"."state" = 'open';--> statement-breakpoint
CREATE INDEX "invitation_organization_idx" ON "invitation" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_open_idx" ON "invitation" USING btree ("organization_id","email") WHERE "invitation"."accepted_at" is null and "invitation"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "membership_person_idx" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "organization_status_idx" ON "organization" USING btree ("status","kind");--> statement-breakpoint
CREATE INDEX "organization_pinyin_idx" ON "organization" USING btree ("name_pinyin");--> statement-breakpoint
CREATE INDEX "external_identity_subject_idx" ON "external_identity" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "session_person_idx" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_throttle_since_idx" ON "sign_in_throttle" USING btree ("since");--> statement-breakpoint
CREATE INDEX "attachment_organization_idx" ON "attachment" USING btree ("organization_id");--> statement-breakpoint
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
CREATE INDEX "disclosure_waiver_organization_idx" ON "disclosure_waiver" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "figure_cell_total_idx" ON "figure_cell" USING btree ("indicator","measure","period") WHERE "figure_cell"."dimensions" = '{}';--> statement-breakpoint
CREATE INDEX "return_event_form_idx" ON "return_event" USING btree ("form_id","at");--> statement-breakpoint
CREATE INDEX "return_form_organization_idx" ON "return_form" USING btree ("organization_id","state");--> statement-breakpoint
CREATE INDEX "return_form_queue_idx" ON "return_form" USING btree ("state","province");--> statement-breakpoint
CREATE INDEX "return_import_organization_idx" ON "return_import" USING btree ("organization_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entry_organization_idx" ON "audit_entry" USING btree ("organization_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "disclosure_read_owner_idx" ON "disclosure_read" USING btree ("owner_organization_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "disclosure_read_reader_idx" ON "disclosure_read" USING btree ("reader_organization_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_delivery_cause_idx" ON "webhook_delivery" USING btree ("endpoint_id","kind","cause_key");--> statement-breakpoint
CREATE INDEX "webhook_delivery_organization_idx" ON "webhook_delivery" USING btree ("organization_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "webhook_delivery_order_idx" ON "webhook_delivery" USING btree ("endpoint_id","subject_id","seq") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "webhook_delivery_waiting_idx" ON "webhook_delivery" USING btree ("next_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "webhook_endpoint_organization_idx" ON "webhook_endpoint" USING btree ("organization_id");--> statement-breakpoint
-- What drizzle-kit does not know: the row that app.become returns, and free space on pages of rows that change all the time.
CREATE TYPE "app"."actor_row" AS (
	actor_kind text, person_id uuid, organization_id uuid, organization_kind "public"."organization_kind",
	role "public"."member_role", verified boolean, duties text[], province text, key_id uuid, scopes text[]
);--> statement-breakpoint
ALTER TABLE "audit_head" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "rate_bucket" SET (fillfactor = 50);
