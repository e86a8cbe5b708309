import { canBeNegative } from "@lilink/model/chain";
import type { FieldFault } from "@lilink/model/error";
import {
  faultsOfLevels,
  type LevelChoice,
  missingForSubmission,
  type PostingContent,
  type PostingKind,
  parseSchedulePeriod,
  type ScheduleRow,
} from "@lilink/model/posting";
import { toFaults } from "../fault/to-faults.ts";
import { postingContentSchema } from "./content.ts";

/** Everything that stands between a draft and its submission ([PO2]): the form and the verb ask this same question.
 * `today` is a day of Shanghai, 2026-11-24. */
export function faultsOfDraft(
  kind: PostingKind,
  content: Partial<PostingContent>,
  levels: LevelChoice,
  today: string,
): FieldFault[] {
  const parsed = postingContentSchema.safeParse(content);
  const faults = parsed.success ? [] : toFaults(parsed.error);
  const missing = missingForSubmission(kind, content).filter(
    (fault) => !faults.some((other) => other.field === fault.field),
  );
  const amiss = [...faults, ...missing];
  const impossible = faultsOfFacts(content, today).filter(
    (fault) => !amiss.some((other) => other.field === fault.field),
  );
  return [...inSchedule([...amiss, ...impossible], content), ...faultsOfLevels(levels)];
}

/** Of a schedule amount and span follow: what is amiss with them is amiss with its rows, and is told of these alone. [PO26] */
function inSchedule(faults: FieldFault[], { volume }: Partial<PostingContent>): FieldFault[] {
  if (!Array.isArray(volume?.schedule) || !faults.some(({ field }) => /^volume\.schedule\.\d/.test(field)))
    return faults;
  return faults.filter(
    ({ field, rule }) =>
      !["volume.amount", "volume.from", "volume.to"].includes(field) || rule === "notTheSum",
  );
}

/** What no goods can have and no partner can meet: amounts below zero, and a period that is over. */
function faultsOfFacts({ figures, volume }: Partial<PostingContent>, today: string): FieldFault[] {
  const negative = (field: string, value: unknown): FieldFault[] =>
    Number(value) < 0 ? [{ field, rule: "tooSmall", params: { min: 0 } }] : [];
  const listed = Array.isArray(figures) ? figures : [];
  const to = volume?.to;
  const rows = (Array.isArray(volume?.schedule) ? volume.schedule : []) as readonly Partial<ScheduleRow>[];
  // The last of its periods, for as long as it goes on the schedule does.
  const lastDays = rows.map((row) => parseSchedulePeriod(row?.period ?? "")?.lastDay ?? "");
  const last = lastDays.indexOf(lastDays.toSorted().at(-1) ?? "");
  const over = rows.length > 0 ? `volume.schedule.${last}.period` : "volume.to";
  const end = rows.length > 0 ? lastDays[last] : to;
  return [
    ...listed.flatMap((figure, at) =>
      canBeNegative(figure?.attribute ?? "")
        ? []
        : [
            ...negative(`figures.${at}.value`, figure?.value),
            ...negative(`figures.${at}.high`, figure?.high),
          ],
    ),
    ...negative("volume.amount", volume?.amount),
    ...rows.flatMap((row, at) => negative(`volume.schedule.${at}.amount`, row?.amount)),
    ...(typeof end === "string" && end !== "" && end < today
      ? [{ field: over, rule: "dateInPast" } as const]
      : []),
  ];
}
