import { createTranslator, formatDate, formatNumber, type Locale } from "@lilink/i18n";
import type { PaperBlock } from "../paper/paper.ts";
import { renderPaper } from "../paper/render-paper.ts";
import { sampleLine } from "../sample/sample-line.ts";
import type { ApplicationsData, PrintedApplication } from "./applications-data.ts";

/** One application or all of a call as PDF in a language: facts as a table, then what was written, in full. [FU30] */
export function renderApplications(data: ApplicationsData, locale: Locale): Promise<Uint8Array> {
  const t = createTranslator(locale, "fund.paper");
  const paper = createTranslator(locale, "meeting.paper");
  const { call, applications, madeAt, mark, sample } = data;
  const [only] = applications;
  const callName = `${call.number} ${(locale === "en" ? call.titleEn : call.titleZh) ?? call.titleZh ?? call.titleEn ?? ""}`;
  const isOne = applications.length === 1 && only !== undefined;
  return renderPaper({
    title: isOne ? only.title || t("untitled") : t("all", { call: callName }),
    subtitle: isOne ? callName : t("count", { count: applications.length }),
    language: locale,
    madeAt,
    footer: mark,
    page: (page, pages) => paper("pageOf", { page, pages }),
    ...(sample ? { warning: sampleLine(locale) } : {}),
    blocks: applications.flatMap((one, at) => [
      ...(isOne ? [] : [{ kind: "heading", text: `${at + 1}. ${one.title || t("untitled")}` } as const]),
      ...applicationBlocks(one, locale),
    ]),
  });
}

/** The blocks of one application; what nobody wrote is left out. */
export function applicationBlocks(one: PrintedApplication, locale: Locale): readonly PaperBlock[] {
  const [t, fund, csv] = [
    createTranslator(locale, "fund.paper"),
    createTranslator(locale, "fund"),
    createTranslator(locale, "fund.csv"),
  ];
  const between = locale === "en" ? "; " : "；";
  const named = ({ nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string | null }) =>
    (locale === "en" ? nameEn : null) ?? nameZh;
  const number = (value: number | null, digits = 2) =>
    value === null ? "" : formatNumber(Number(value.toFixed(digits)), locale);
  const { figures } = one;
  const facts: readonly (readonly [string, string])[] = [
    [csv("state"), fund(`state.${one.state}`)],
    [csv("lead"), named(one.lead)],
    [csv("leader"), one.leader],
    [csv("team"), one.team.join(between)],
    [csv("share"), number(one.share)],
    [
      csv("partners"),
      one.partners
        .map((body) => `${named(body)} ${number(body.share)}%${body.agreed ? "" : ` (${t("notAgreed")})`}`)
        .join(between),
    ],
    [csv("asked"), one.asked === null ? "" : `${number(one.asked)} CNY`],
    [csv("months"), number(one.months)],
    [csv("submitted"), one.submittedAt ? formatDate(one.submittedAt, locale, "time") : ""],
    [csv("codes"), one.codes.map((code) => fund(`code.${code}`)).join(between)],
    [csv("mean"), number(figures?.mean ?? null)],
    [csv("adjusted"), number(figures?.adjusted ?? null)],
    [csv("draws"), figures?.draws == null ? "" : `${number(figures.draws * 100, 0)}%`],
    [
      csv("reviewers"),
      figures?.reviewers.map(({ name, state }) => `${name}: ${fund(`reviewState.${state}`)}`).join(between) ??
        "",
    ],
  ];
  const texts = [
    [csv("abstract"), one.abstract],
    [csv("body"), one.body],
    ...one.words.map((words, at) => [t("reviewWords", { number: at + 1 }), words] as const),
  ] as const;
  return [
    {
      kind: "table",
      columns: [
        { head: t("fact"), width: 120 },
        { head: t("value"), width: "*" },
      ],
      rows: facts.filter(([, text]) => text !== ""),
    },
    ...texts.flatMap(([heading, text]): readonly PaperBlock[] =>
      text.trim() === ""
        ? []
        : [
            { kind: "heading", text: heading },
            ...text
              .split(/\n+/u)
              .filter((part) => part.trim() !== "")
              .map((part) => ({ kind: "text", text: part }) as const),
          ],
    ),
  ];
}
