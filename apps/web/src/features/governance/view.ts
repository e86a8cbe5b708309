import type { Locale } from "@lilink/i18n";
import type { PolicyStatus, StatusSpan } from "@lilink/model/governance";
import type { Bilingual, Figure } from "@lilink/model/register";
import type { Tone } from "@lilink/ui";
import type { Best } from "#features/figure/view.ts";
import type { RecordItem } from "#features/record/queries.ts";
import { ownText } from "#features/record/view.ts";
import { ownHalf } from "#lib/in-locale.ts";

/** Dots for what is only proposed, strokes for what is decided and not certain yet. */
export type Weave = "dots" | "slash" | "bars";

/** How each state of a policy is drawn: its tone, and a weave of its own where nothing is settled. */
export const statusLook = {
  draft: { tone: "neutral", weave: "dots" },
  consultation: { tone: "info", weave: "dots" },
  adopted: { tone: "info", weave: "slash" },
  issued_not_in_force: { tone: "info", weave: null },
  force_day_unknown: { tone: "success", weave: "bars" },
  in_force: { tone: "success", weave: null },
  suspended: { tone: "warning", weave: null },
  effect_unconfirmed: { tone: "warning", weave: "slash" },
  repealed: { tone: "neutral", weave: null },
  lapsed: { tone: "neutral", weave: null },
} as const satisfies Record<PolicyStatus, { readonly tone: Tone; readonly weave: Weave | null }>;

const millisecondsOfDay = 86_400_000;

/** A day as a number of days; of a month or a year its first day. */
function dayNumber(day: string): number {
  const whole = day.length === 4 ? `${day}-01-01` : day.length === 7 ? `${day}-01` : day;
  return Date.parse(`${whole}T00:00:00Z`) / millisecondsOfDay;
}

export type Axis = { readonly from: number; readonly to: number; readonly years: readonly number[] };

/** Whole years that hold every stretch and the day that is asked about. */
export function toAxis(spans: readonly StatusSpan[], on: string): Axis {
  const days = [...spans.flatMap(({ from, to }) => (to === null ? [from] : [from, to])), on];
  const years = days.map((day) => Number(day.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return {
    from: dayNumber(String(first)),
    to: dayNumber(String(last + 1)),
    years: Array.from({ length: last - first + 1 }, (_, at) => first + at),
  };
}

/** Where a day stands on the axis, from 0 to 1. */
export function placeOf(day: string, { from, to }: Axis): number {
  return Math.min(1, Math.max(0, (dayNumber(day) - from) / (to - from)));
}

export type Piece = { readonly status: PolicyStatus; readonly left: number; readonly width: number };

/** A life as pieces of the axis; what lasts is drawn to its end. */
export function toPieces(spans: readonly StatusSpan[], axis: Axis): readonly Piece[] {
  return spans.map(({ status, from, to }) => {
    const left = placeOf(from, axis);
    return { status, left, width: (to === null ? 1 : placeOf(to, axis)) - left };
  });
}

/** The frontiers of gaps that can be compared and have a figure. */
export function toBest(gaps: readonly RecordItem[], locale: Locale): readonly Best[] {
  return gaps.flatMap(({ publicId, values }) => {
    const value = (values.frontier as Figure | null)?.value;
    if (values.comparison !== "comparable" || !value) return [];
    return [
      {
        ...{ publicId, value, unit: String(values.unit) },
        title: ownText(values.title as Bilingual, locale),
        holder: [ownHalf(String(values.frontierHolder ?? ""), locale), values.frontierYear]
          .filter(Boolean)
          .join(", "),
      },
    ];
  });
}
