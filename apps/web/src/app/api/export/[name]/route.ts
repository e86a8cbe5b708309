import { callFile } from "#features/appointment/export.ts";
import { acts, chains } from "#features/audit/export.ts";
import { markedBatteries } from "#features/battery/export.ts";
import { dueDays } from "#features/desk/export.ts";
import { eventDay } from "#features/event/export.ts";
import { indicatorFigures } from "#features/figure/export.ts";
import {
  applicationPaper,
  applicationTable,
  callDays,
  givingFile,
  grantTable,
} from "#features/fund/export.ts";
import { patentTerms } from "#features/governance/export.ts";
import { introductions } from "#features/introduction/export.ts";
import { comparison, matches } from "#features/match/export.ts";
import { organizations } from "#features/organization/export.ts";
import { ownPostings, postingTemplate } from "#features/posting/export.ts";
import { projectFile, projectFiles } from "#features/project/export.ts";
import { records, recordTemplate, sentRecords } from "#features/record/export.ts";
import { figures } from "#features/release/export.ts";
import { sentFile, template } from "#features/return/export.ts";
import { foundPostings } from "#features/search/export.ts";
import { series } from "#features/series/export.ts";
import { disclosures } from "#features/settings/export.ts";
import { type Export, notThere, toAsked } from "#lib/define-export.ts";

const files: ReadonlyMap<string, Export> = new Map([
  ["act", acts],
  ["audit", chains],
  ["battery-file", markedBatteries],
  ["disclosure", disclosures],
  ["due", dueDays],
  ["call", callFile],
  ["event-day", eventDay],
  ["figure", indicatorFigures],
  ["fund-application-paper", applicationPaper],
  ["fund-applications", applicationTable],
  ["fund-calls", callDays],
  ["fund-giving", givingFile],
  ["fund-grants", grantTable],
  ["fund-project", projectFile],
  ["fund-projects", projectFiles],
  ["introduction", introductions],
  ["match", matches],
  ["comparison", comparison],
  ["organization", organizations],
  ["own-posting", ownPostings],
  ["patent-terms", patentTerms],
  ["posting", foundPostings],
  ["posting-template", postingTemplate],
  ["record", records],
  ["record-file", sentRecords],
  ["record-template", recordTemplate],
  ["release", figures],
  ["return-file", sentFile],
  ["return-template", template],
  ["series", series],
]);

/** Every file that leaves: its name in the address, its filters behind it. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/export/[name]">,
): Promise<Response> {
  const make = files.get((await params).name);
  return make ? make(toAsked(request)) : notThere();
}
