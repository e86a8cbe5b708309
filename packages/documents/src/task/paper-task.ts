import type { Locale } from "@lilink/i18n";
import type { ApplicationsData } from "../fund/applications-data.ts";
import type { MeetingData } from "../meeting/meeting-data.ts";
import type { ReleaseData } from "../release/render-release.ts";

export type { ApplicationsData, PrintedApplication } from "../fund/applications-data.ts";

/** What a thread is to lay out; all but papers of meetings are PDF in any case. */
export type PrintTask = { readonly locale: Locale } & (
  | { readonly paper: "release"; readonly data: ReleaseData }
  | { readonly paper: "meeting"; readonly data: MeetingData; readonly type: "pdf" | "xlsx" }
  | { readonly paper: "applications"; readonly data: ApplicationsData }
);
