import { createTranslator, formatDate, type Locale } from "@lilink/i18n";
import { renderPaper } from "../paper/render-paper.ts";
import { sampleLine } from "../sample/sample-line.ts";
import { type ReleaseFigures, releaseBlocks } from "./release-blocks.ts";

/** A frozen release with its figures in their one order and the names of what they show. */
export type ReleaseData = ReleaseFigures & {
  readonly edition: number;
  readonly frozenAt: Date;
  /** Made of what invented bodies filed. */
  readonly sample?: boolean;
};

/** A release as PDF in a language, from the figures of its page. [RL8], [RL14] */
export function renderRelease(data: ReleaseData, locale: Locale): Promise<Uint8Array> {
  const t = createTranslator(locale, "release");
  const paper = createTranslator(locale, "meeting.paper");
  const { period, edition, frozenAt, sample } = data;
  const title = t("name", { period, edition });
  return renderPaper({
    title,
    subtitle: t("frozenOn", { date: formatDate(frozenAt, locale, "time") }),
    language: locale,
    madeAt: frozenAt,
    footer: title,
    page: (page, pages) => paper("pageOf", { page, pages }),
    seal: paper("seal"),
    ...(sample ? { warning: sampleLine(locale) } : {}),
    blocks: releaseBlocks(data, locale),
  });
}
