import { formatDate, readerHalf } from "@lilink/i18n";
import { findConcept, type LinkId } from "@lilink/model/chain";
import type { RelayClaimState, RelayLane, RelayReach, RelayStepState } from "@lilink/model/fund/life";
import type { Tone } from "@lilink/ui";

type Locale = "en" | "zh-CN";
export const toLocale = (given: string): Locale => (given === "en" ? "en" : "zh-CN");

export const laneTone: Readonly<Record<RelayLane, Tone>> = {
  waits: "warning",
  claimed: "info",
  working: "info",
  in_product: "success",
  returned: "neutral",
};
export const claimTone: Readonly<Record<RelayClaimState, Tone>> = {
  asked: "warning",
  claimed: "info",
  working: "info",
  in_product: "success",
  returned: "neutral",
  refused: "neutral",
  withdrawn: "neutral",
};
export const stepTone: Readonly<Record<RelayStepState, Tone>> = {
  told: "warning",
  confirmed: "success",
  disputed: "danger",
  taken_back: "neutral",
};
export const reachTone: Readonly<Record<RelayReach, Tone>> = {
  ...laneTone,
  none: "neutral",
  claimed: "chain",
};

/** From so many months on waiting is long, and from so many it is late. */
const patience = { long: 6, late: 12 };
export const waitTone = (months: number): "text-muted" | "text-warning" | "text-danger" =>
  months >= patience.late ? "text-danger" : months >= patience.long ? "text-warning" : "text-muted";

/** The link of a result's node, for its mark. */
export const linkOf = (node: string): LinkId | null => findConcept(node)?.link ?? null;

/** A month as people write it. @example monthText("2026-05", "en") */
export const monthText = (month: string, locale: string): string =>
  formatDate(`${month}-01`, toLocale(locale), "month");

type Titled = { readonly title: string; readonly titleEn: string | null };
/** What a result is called in the language of the reader, where it is known in it. @example titleOf({ title: "Beng", titleEn: "Pump" }, "en") // "Pump" */
export const titleOf = ({ title, titleEn }: Titled, locale: string): string =>
  readerHalf((locale === "en" ? titleEn : null) ?? title, toLocale(locale));
