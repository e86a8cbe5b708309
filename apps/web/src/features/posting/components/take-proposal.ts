import {
  keptTo,
  type LevelChoice,
  longestLeftInText,
  type PostingFigure,
  type PostingKind,
  startLevels,
  usualTerms,
  wholeOf,
} from "@lilink/model/posting";
import type { Proposal } from "../actions.ts";
import {
  type DraftValues,
  emptyVolume,
  type FigureValues,
  toDraftValues,
  toLevels,
  type VolumeValues,
} from "./draft-values.ts";

type Read = Proposal["figures"][number];

const noLevels: LevelChoice = {};
/** What stands until somebody or the text says another. */
const usualValidity = "180";

/** A figure that was read as a row of the form. */
export function toRow(figure: PostingFigure): FigureValues[] {
  return toDraftValues({ figures: [figure] }, noLevels, 1).figures;
}

/** The words by which a figure that somebody deleted is known again, with its turn among equal ones. [PO29] */
export function keyOfFigure({ value, source, span }: Read, all: readonly Read[]): string {
  const words = `${value.attribute}: ${source}`.slice(0, longestLeftInText - 8);
  const turn = all.filter(
    (one) => one.value.attribute === value.attribute && one.source === source && one.span.start < span.start,
  ).length;
  return turn === 0 ? words : `${words} #${turn + 1}`;
}

/** The same of the amount. */
export const keyOfVolume = ({ source }: { readonly source: string }): string =>
  `volume: ${source}`.slice(0, longestLeftInText);

/** For each figure that was read the row that holds it, or -1: the first of an attribute in the text is its first in the form, and one that was deleted has none. */
export function placesOf(
  found: Proposal["figures"],
  rows: readonly FigureValues[],
  left: readonly string[],
): number[] {
  const taken = new Set<number>();
  const deleted = new Set(left);
  return found.map((figure) => {
    const { value } = figure;
    if (deleted.has(keyOfFigure(figure, found))) return -1;
    const at = rows.findIndex(({ attribute }, index) => attribute === value.attribute && !taken.has(index));
    if (at >= 0) taken.add(at);
    return at;
  });
}

/** The rows that the text filled. */
export const rowsRead = (found: Proposal | null, { figures, leftInText }: DraftValues): ReadonlySet<number> =>
  new Set(found ? placesOf(found.figures, figures, leftInText) : []);

/**
 * The amount that was read where none stands yet; a time that somebody typed before it stays. Lots by month are a schedule, or stay in
 * the text whole: none of them is the amount. [PO31]
 */
function takeVolume(typed: VolumeValues, { volume, lots }: Proposal, left: readonly string[]): VolumeValues {
  if (!isFreeOfAmount(typed) || (volume && left.includes(keyOfVolume(volume)))) return typed;
  if (lots)
    return lots.rows
      ? { ...emptyVolume, unit: lots.unit, schedule: lots.rows.map((row) => ({ ...row })) }
      : typed;
  if (!volume) return typed;
  const read = toDraftValues({ volume: volume.value }, noLevels, 1).volume;
  return { ...read, from: typed.from || read.from, to: typed.to || read.to };
}

/** The forms of cooperation that a text names: none in the name of a certificate, as a licence to run a business. */
export const cooperationOf = ({ cooperation, papers }: Proposal) =>
  cooperation.filter(({ span }) => papers.every(({ start, end }) => span.end <= start || span.start >= end));

/** Whether the row of the volume has no amount yet. */
export const isFreeOfAmount = ({ amount, schedule }: VolumeValues) =>
  amount.trim() === "" && schedule.length === 0;

/** Whether the row of the volume has no time yet. */
export const isFreeOfTime = ({ from, to, schedule }: VolumeValues) =>
  from === "" && to === "" && schedule.length === 0;

/** The form with what goes without saying; what the text or somebody says stands. [PO16] */
export function withUsual(values: DraftValues, kind: PostingKind): DraftValues {
  const { cooperation, maturity = values.maturity } = usualTerms(kind, {
    cooperation: values.cooperation,
    isStaged: values.maturity !== "" || values.trl !== "",
    // Who names a price or a least order deals in goods as well.
    hasAmount:
      !isFreeOfAmount(values.volume) ||
      values.figures.some(({ attribute }) => attribute === "price" || attribute === "moq"),
  });
  return { ...values, cooperation: [...cooperation], maturity };
}

/** The form kept for partners where its text asks that it goes no further and nobody chose who sees it. [PO33] */
export function withQuiet(
  values: DraftValues,
  { quiet }: Pick<Proposal, "quiet">,
  kind: PostingKind,
): DraftValues {
  const isUntouched = wholeOf(toLevels(values)) === wholeOf(startLevels(kind, {}));
  return quiet && isUntouched ? { ...values, levels: keptTo("partner", values.levels, kind) } : values;
}

/**
 * The form with all that was read and is not in it yet; what somebody chose or typed stays. A time without its amount is taken
 * only where somebody presses for it, for the amount is then missing.
 */
export function takeProposal(values: DraftValues, found: Proposal, isPressed = false): DraftValues {
  // What stands beside the subject is not proposed as the subject. [MT57]
  const concept = found.concepts.find(({ aside }) => !aside)?.value;
  const places = placesOf(found.figures, values.figures, values.leftInText);
  const rows = found.figures.flatMap((one, index) =>
    places[index] === -1 && !values.leftInText.includes(keyOfFigure(one, found.figures))
      ? toRow(one.value)
      : [],
  );
  const isBlank = values.title.trim() === "" && values.summary.trim() === "";
  const taken = takeVolume(values.volume, found, values.leftInText);
  // The days of lots are their own.
  const window =
    !found.lots && isFreeOfTime(taken) && (isPressed || taken.amount !== "")
      ? found.window?.value
      : undefined;
  return {
    ...values,
    ...(isBlank ? { language: found.language } : {}),
    concept: values.concept || (concept ?? ""),
    // The shape of the goods comes with them: whoever took it out is not given it again.
    concepts: values.concept ? values.concepts : [...new Set([...values.concepts, ...found.further])],
    figures: [...values.figures, ...rows],
    volume: { ...taken, ...window },
    validDays:
      values.validDays === usualValidity && found.deadline ? String(found.deadline.days) : values.validDays,
    budget: values.budget || (found.budget?.value ?? ""),
    region: values.region || (found.regions[0]?.value ?? ""),
    trl: values.trl || String(found.trl?.value ?? ""),
    maturity: values.maturity || (found.maturity?.value ?? ""),
    ipStatus: values.ipStatus || (found.ipStatus?.value ?? ""),
    cooperation: [...new Set([...values.cooperation, ...cooperationOf(found).map(({ value }) => value)])],
  };
}
