import { toGivingFile } from "@lilink/contract";
import { type CsvCell, toCalendar } from "@lilink/documents";
import type { ApplicationsData, PrintedApplication } from "@lilink/documents/paper-task";
import { createTranslator, type Locale } from "@lilink/i18n";
import { shiftDate, shiftMonths } from "@lilink/model/calendar";
import { organizationName } from "#features/organization/view.ts";
import { ownText } from "#features/record/view.ts";
import { answerFile } from "#lib/answer-file.ts";
import { answerTable } from "#lib/answer-table.ts";
import type { Export } from "#lib/define-export.ts";
import { noteExport } from "#lib/export-mark.ts";
import { printPaper } from "#lib/press.ts";
import { runtime } from "#lib/runtime.ts";
import { sampleNotice } from "#lib/sample-notice.ts";
import { caller } from "#lib/trpc/server.ts";
import { dayText } from "./view.ts";

/** The days on which calls close, of one call or of all that are open or announced, as a file for a calendar. */
export const callDays: Export = ({ params, locale }) =>
  answerFile(async () => {
    const t = createTranslator(locale, "fund.call");
    const calls = await (await caller()).fund.calls(params.call ? { publicId: params.call } : {});
    const { publicUrl } = runtime().config;
    const prefix = locale === "en" ? "/en" : "";
    const events = calls
      .filter(({ phase }) => phase === "open" || phase === "forecast")
      .map(({ publicId, titleZh, titleEn, closesOn, number }) => ({
        id: `fund-call:${publicId}@${new URL(publicUrl).host}`,
        day: closesOn,
        title: t("endOf", { title: ownText({ zh: titleZh, en: titleEn }, locale) }),
        about: [number, t("closes", { day: dayText(closesOn, locale) })].join(" · "),
        url: new URL(`${prefix}/fund-calls/${publicId}`, publicUrl).href,
      }));
    const body = Buffer.from(toCalendar(t("files"), events, new Date()));
    return { name: `${t("files")}.ics`, type: "text/calendar; charset=utf-8", body };
  });

/** So many grants at most. */
const mostGrants = 20_000;

async function readGrants(locale: Locale) {
  const api = await caller();
  const awards: Awaited<ReturnType<typeof api.fund.grants>>["items"] = [];
  for (let cursor: string | null | undefined; cursor !== null && awards.length < mostGrants; ) {
    const page: Awaited<ReturnType<typeof api.fund.grants>> = await api.fund.grants({
      limit: 100,
      ...(cursor ? { cursor } : {}),
    });
    awards.push(...page.items);
    cursor = page.nextCursor;
  }
  return awards.map(({ call, ...award }) => ({
    ...award,
    call: call?.publicId ?? null,
    paidSum: award.paid.reduce((sum, { amount }) => sum + amount, 0),
    leadName: (locale === "en" ? award.lead.nameEn : null) ?? award.lead.nameZh,
    callName: call ? `${call.number} ${ownText({ zh: call.titleZh, en: call.titleEn }, locale)}` : "",
  }));
}

/** Every award as 360Giving JSON: what public money was given for, to whom. [FU21] */
export const givingFile: Export = ({ locale }) =>
  answerFile(async () => {
    const t = createTranslator(locale, "fund");
    const home = new URL(runtime().config.publicUrl).origin;
    const file = toGivingFile(
      (await readGrants(locale)).map((award) => ({
        ...award,
        description: award.abstract,
        paid: award.paidSum,
        endsOn: shiftDate(shiftMonths(award.startsOn, award.months), -1),
        lead: { publicId: award.lead.publicId, name: award.leadName },
        call: { publicId: award.call ?? "", name: award.callName },
      })),
      { publicId: "coordination-group", name: t("funder") },
      "360G-LiLink",
      home,
    );
    const body = Buffer.from(JSON.stringify(file, null, 2));
    return { name: "360giving.json", type: "application/json; charset=utf-8", body };
  });

/** Every award as a table, CSV or XLSX. */
export const grantTable: Export = ({ request, locale }) =>
  answerTable(request, async () => {
    const t = createTranslator(locale, "fund");
    const grants = await readGrants(locale);
    return {
      name: t("csv.file"),
      head: (
        [
          "id",
          "title",
          "lead",
          "class",
          "call",
          "asked",
          "amount",
          "paid",
          "start",
          "months",
          "state",
        ] as const
      ).map((name) => t(`csv.${name}`)),
      rows: grants.map((one) => [
        ...[one.publicId, one.title, one.leadName, t(`class.${one.researchClass}`), one.callName],
        ...[one.asked, one.amount, one.paidSum, one.startsOn, one.months, t(`awardState.${one.state}`)],
      ]),
    };
  });

/** One application as its reader may know it, or all of a call that was opened; PDF. What is sealed stays so: the same verbs are asked as by the pages. [FU30] */
export const applicationPaper: Export = ({ request, params, locale }) =>
  answerFile(async () => {
    const mark = await noteExport(request);
    const api = await caller();
    const room = params.call ? await api.fund.room({ call: params.call }) : null;
    const ids = room ? room.entries.map(({ publicId }) => publicId) : [params.application ?? ""];
    const applications: PrintedApplication[] = [];
    let call: ApplicationsData["call"] | undefined = room?.call;
    for (const publicId of ids) {
      const found = await api.fund.application({ publicId });
      call ??= found.call;
      const entry = room?.entries.find((one) => one.publicId === publicId);
      applications.push({
        ...found.application,
        codes: found.application.codes ?? [],
        words: found.words,
        figures: entry
          ? {
              mean: entry.line?.mean ?? null,
              adjusted: entry.line?.adjusted ?? null,
              draws: entry.line?.share ?? null,
              reviewers: entry.reviews,
            }
          : null,
      });
    }
    const { number = "", titleZh = null, titleEn = null } = call ?? {};
    const body = await printPaper({
      paper: "applications",
      locale,
      data: {
        call: { number, titleZh, titleEn },
        applications,
        madeAt: new Date(),
        mark,
        sample: runtime().config.demo,
      },
    });
    const name = createTranslator(locale, "fund.paper")(room ? "files" : "file", { number });
    return { name: `${name}.pdf`, type: "application/pdf", body };
  });

/** Every application of a call that was opened, with its text, figures and reviewers, for who keeps the fund; CSV or XLSX. [FU29] */
export const applicationTable: Export = ({ request, params, locale }) =>
  answerTable(request, async () => {
    const [t, csv] = [createTranslator(locale, "fund"), createTranslator(locale, "fund.csv")];
    const api = await caller();
    const { call, entries } = await api.fund.room({ call: params.call ?? "" });
    const rows: CsvCell[][] = [];
    for (const { publicId, line, reviews } of entries) {
      const { application: one } = await api.fund.application({ publicId });
      const named = (body: { readonly nameZh: string; readonly nameEn: string | null }) =>
        organizationName(body, locale);
      rows.push([
        ...[publicId, one.title, named(one.lead), one.leader, one.team.join("; ")],
        one.partners.map((partner) => `${named(partner)} ${partner.share}%`).join("; "),
        ...[one.asked, one.months, one.share, t(`state.${one.state}`)],
        one.codes?.map((code) => t(`code.${code}`)).join("; ") ?? "",
        ...[one.submittedAt, line?.mean ?? null, line?.adjusted ?? null, line?.share ?? null],
        reviews.map(({ name, state }) => `${name}: ${t(`reviewState.${state}`)}`).join("; "),
        ...[one.abstract, one.body],
      ]);
    }
    const columns = [
      ...["id", "title", "lead", "leader", "team", "partners", "asked", "months", "share", "state"],
      ...["codes", "submitted", "mean", "adjusted", "draws", "reviewers", "abstract", "body"],
    ] as const;
    return {
      name: `${csv("applications")} ${call.number}`,
      head: columns.map((name) => csv(name as "title")),
      rows,
      notice: sampleNotice(locale),
    };
  });
