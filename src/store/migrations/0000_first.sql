CREATE TABLE "call_counts" (
	"app_id" bigint NOT NULL,
	"portal_id" bigint NOT NULL,
	"day" text NOT NULL,
	"calls" integer NOT NULL,
	"failed" integer NOT NULL,
	"limited" integer NOT NULL,
	CONSTRAINT "call_counts_app_id_portal_id_day_pk" PRIMARY KEY("app_id","portal_id","day")
);
--> statement-breakpoint
CREATE TABLE "call_leases" (
	"app_id" bigint NOT NULL,
	"portal_id" bigint NOT NULL,
	"limit" text NOT NULL,
	"state" jsonb NOT NULL,
	CONSTRAINT "call_leases_app_id_portal_id_limit_pk" PRIMARY KEY("app_id","portal_id","limit")
);
--> statement-breakpoint
CREATE TABLE "home_entries" (
	"portal_id" bigint NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"checksum" text NOT NULL,
	"by" text NOT NULL,
	"at" text NOT NULL,
	"reason" text NOT NULL,
	"company_id" text,
	CONSTRAINT "home_entries_portal_id_key_pk" PRIMARY KEY("portal_id","key")
);
--> statement-breakpoint
CREATE TABLE "installs" (
	"app_id" bigint NOT NULL,
	"portal_id" bigint NOT NULL,
	"domain" text NOT NULL,
	"installer_id" bigint NOT NULL,
	"installer_email" text NOT NULL,
	"scopes" text NOT NULL,
	"refresh_token" "bytea",
	"access_token" "bytea",
	"expires_at" timestamp with time zone,
	"lifetime" integer,
	"token_version" integer DEFAULT 1 NOT NULL,
	"refresh_by" text,
	"refresh_until" timestamp with time zone,
	"installed_at" timestamp with time zone NOT NULL,
	"uninstalled_at" timestamp with time zone,
	"last_error" text,
	"last_error_at" timestamp with time zone,
	CONSTRAINT "installs_app_id_portal_id_pk" PRIMARY KEY("app_id","portal_id")
);
--> statement-breakpoint
CREATE TABLE "oauth_states" (
	"state" text PRIMARY KEY NOT NULL,
	"browser" text NOT NULL,
	"app_id" bigint NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_limits" (
	"app_id" bigint NOT NULL,
	"portal_id" bigint NOT NULL,
	"max" integer NOT NULL,
	"interval_ms" integer NOT NULL,
	"daily_left" integer,
	"bulk_from" timestamp with time zone,
	"learned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portal_limits_app_id_portal_id_pk" PRIMARY KEY("app_id","portal_id")
);
--> statement-breakpoint
CREATE TABLE "property_installs" (
	"app_id" bigint NOT NULL,
	"portal_id" bigint NOT NULL,
	"state" text NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"steps" integer DEFAULT 0 NOT NULL,
	"sentence" text DEFAULT '' NOT NULL,
	"report" text,
	"browser" text NOT NULL,
	"run_by" text,
	"run_until" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "property_installs_app_id_portal_id_pk" PRIMARY KEY("app_id","portal_id")
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"portal_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"id" text NOT NULL,
	"content" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"answer" "bytea",
	CONSTRAINT "requests_portal_id_user_id_id_pk" PRIMARY KEY("portal_id","user_id","id")
);
--> statement-breakpoint
CREATE TABLE "changed_records" (
	"app_id" bigint NOT NULL,
	"portal_id" bigint NOT NULL,
	"object_type" text NOT NULL,
	"record_id" bigint NOT NULL,
	"taken_by" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "changed_records_app_id_portal_id_object_type_record_id_pk" PRIMARY KEY("app_id","portal_id","object_type","record_id")
);
--> statement-breakpoint
CREATE TABLE "contested_companies" (
	"app_id" bigint NOT NULL,
	"portal_id" bigint NOT NULL,
	"company_id" bigint NOT NULL,
	"property" text,
	"source" text,
	"since" timestamp with time zone NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "contested_companies_app_id_portal_id_company_id_pk" PRIMARY KEY("app_id","portal_id","company_id")
);
--> statement-breakpoint
CREATE TABLE "portal_jobs" (
	"app_id" bigint NOT NULL,
	"portal_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"partner_type" text DEFAULT '' NOT NULL,
	"run" text NOT NULL,
	"state" text NOT NULL,
	"position" text,
	"version" text,
	"user_id" bigint,
	"email" text,
	"sums" jsonb NOT NULL,
	"looked" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"sentence" text DEFAULT '' NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portal_jobs_app_id_portal_id_kind_partner_type_pk" PRIMARY KEY("app_id","portal_id","kind","partner_type")
);
--> statement-breakpoint
CREATE TABLE "portal_turns" (
	"app_id" bigint NOT NULL,
	"portal_id" bigint NOT NULL,
	"run_by" text,
	"run_until" timestamp with time zone,
	"behind" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "portal_turns_app_id_portal_id_pk" PRIMARY KEY("app_id","portal_id")
);
--> statement-breakpoint
CREATE INDEX "home_entries_of_kind" ON "home_entries" USING btree ("portal_id","kind");--> statement-breakpoint
CREATE INDEX "home_entries_of_company" ON "home_entries" USING btree ("portal_id","company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "installs_one_app_a_portal" ON "installs" USING btree ("portal_id") WHERE uninstalled_at is null;--> statement-breakpoint
CREATE INDEX "oauth_states_by_end" ON "oauth_states" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "requests_by_time" ON "requests" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "portal_jobs_due" ON "portal_jobs" USING btree ("due_at");