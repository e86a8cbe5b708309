import type { LevelChoice, PostingFigure } from "@lilink/model/posting";
import type { Proposal } from "../actions.ts";
import {
  type DraftValues,
  emptyVolume,
  type FigureValues,
  toDraftValues,
  type VolumeValues,
} from "./draft-values.ts";

const noLevels: LevelChoice = {};
/** What stands until somebody or the text says another. */
const usualValidity = "180";

/** A figure that was read as a row of the form. */
export function toRow(figure: PostingFigure): FigureValues[] {
  return toDraftValues({ figures: [figure] }, noLevels, 1).figures;
}

/** For each figure that was read the row that holds it, or -1: the first of an attribute in the text is its first in the form. */
export function placesOf(found: Proposal["figures"], rows: readonly FigureValues[]): number[] {
  const taken = new Set<number>();
  return found.map(({ value }) => {
    const at = rows.findIndex(({ attribute }, index) => attribute === value.attribute && !taken.has(index));
    if (at >= 0) taken.add(at);
    return at;
  });
}

/**
 * The amount that was read where none stands yet; a time that somebody typed before it stays. Lots by month are a schedule, or stay in
 * the text whole: none of them is the amount. [PO31]
 */
function takeVolume(typed: VolumeValues, { volume, lots }: Proposal): VolumeValues {
  if (!isFreeOfAmount(typed)) return typed;
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

/**
 * The form with all that was read and is not in it yet; what somebody chose or typed stays. A time without its amount is taken
 * only where somebody presses for it, for the amount is then missing.
 */
export function takeProposal(values: DraftValues, found: Proposal, isPressed = false): DraftValues {
  // What stands beside the subject is not proposed as the subject. [MT57]
  const concept = found.concepts.find(({ aside }) => !aside)?.value;
  const places = placesOf(found.figures, values.figures);
  const rows = found.figures.flatMap(({ value }, index) => (places[index] === -1 ? toRow(value) : []));
  const isBlank = values.title.trim() === "" && values.summary.trim() === "";
  const taken = takeVolume(values.volume, found);
  // The days of lots are their own.
  const window =
    !found.lots && isFreeOfTime(taken) && (isPressed || taken.amount !== "")
      ? found.window?.value
      : undefined;
  return {
    ...values,
    ...(isBlank ? { language: found.language } : {}),
    concept: values.concept || (concept ?? ""),
    figures: [...values.figures, ...rows],
    volume: { ...taken, ...window },
    validDays:
      values.validDays === usualValidity && found.deadline ? String(found.deadline.days) : values.validDays,
    region: values.region || (found.regions[0]?.value ?? ""),
    trl: values.trl || String(found.trl?.value ?? ""),
    maturity: values.maturity || (found.maturity?.value ?? ""),
    ipStatus: values.ipStatus || (found.ipStatus?.value ?? ""),
    cooperation: [...new Set([...values.cooperation, ...cooperationOf(found).map(({ value }) => value)])],
  };
}
