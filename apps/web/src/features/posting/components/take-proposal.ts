import type { LevelChoice, PostingFigure } from "@lilink/model/posting";
import type { Proposal } from "../actions.ts";
import { type DraftValues, type FigureValues, toDraftValues, toVolume } from "./draft-values.ts";

const noLevels: LevelChoice = {};

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
 * The form with all that was read and is not in it yet; what somebody chose or typed stays. A time without its amount is taken
 * only where somebody presses for it, for the amount is then missing.
 */
export function takeProposal(values: DraftValues, found: Proposal, isPressed = false): DraftValues {
  // What stands beside the subject is not proposed as the subject. [MT57]
  const concept = found.concepts.find(({ aside }) => !aside)?.value;
  const places = placesOf(found.figures, values.figures);
  const rows = found.figures.flatMap(({ value }, index) => (places[index] === -1 ? toRow(value) : []));
  const isBlank = values.title.trim() === "" && values.summary.trim() === "";
  const volume = found.volume && toVolume(values.volume) === null ? { volume: found.volume.value } : {};
  const taken = "volume" in volume ? toDraftValues(volume, noLevels, 1).volume : values.volume;
  const isTimeless = taken.from === "" && taken.to === "" && taken.schedule.length === 0;
  const window = isTimeless && (isPressed || taken.amount !== "") ? found.window?.value : undefined;
  return {
    ...values,
    ...(isBlank ? { language: found.language } : {}),
    concept: values.concept || (concept ?? ""),
    figures: [...values.figures, ...rows],
    volume: { ...taken, ...window },
    region: values.region || (found.regions[0]?.value ?? ""),
    trl: values.trl || String(found.trl?.value ?? ""),
    maturity: values.maturity || (found.maturity?.value ?? ""),
    ipStatus: values.ipStatus || (found.ipStatus?.value ?? ""),
    cooperation: [...new Set([...values.cooperation, ...found.cooperation.map(({ value }) => value)])],
  };
}
