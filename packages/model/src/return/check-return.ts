import type { Component, Definition } from "../goals/definition/definition.ts";
import { checkGenerally, type EarlierFigure, type Finding, type GivenFigure } from "./check-generally.ts";

/** What a return was opened with and, of these definitions, the components that it asks. */
export type AskedReturn = {
  readonly definitions: readonly Definition[];
  readonly components: readonly Component[];
};

/**
 * All that does not hold in a return: the general checks, then those of its definitions. [RT8]
 * @param earlier the figures of the period before, none where there was no return
 */
export function checkReturn(
  { components }: AskedReturn,
  given: readonly GivenFigure[],
  earlier: readonly EarlierFigure[],
): Finding[] {
  return checkGenerally(components, given, earlier);
}
