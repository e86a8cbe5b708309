/** Where a figure stands in a return: its component, the plant (empty for the whole body) and a code for each dimension. */
export type FigurePlace = {
  readonly component: string;
  readonly site: string;
  readonly place: readonly string[];
};

/** One text for one place, to compare and to find by. @example figureKey({ component: "out", site: "", place: ["brine"] }) */
export function figureKey({ component, site, place }: FigurePlace): string {
  return JSON.stringify([component, site, ...place]);
}
