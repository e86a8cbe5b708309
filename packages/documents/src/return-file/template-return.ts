import type { FigurePlace } from "@lilink/model/return";

export type Words = { readonly zh: string; readonly en: string };

/** A return as its makers see it, as far as a template needs it. */
export type TemplateReturn = {
  readonly publicId: string;
  readonly version: number;
  readonly components: readonly {
    readonly code: string;
    readonly name: Words;
    readonly units: readonly string[];
    readonly dimensions: readonly string[];
  }[];
  readonly dimensions: readonly {
    readonly id: string;
    readonly name: Words;
    readonly codes: readonly { readonly code: string; readonly name: Words }[];
  }[];
  /** At which places how many figures stand. */
  readonly stored: readonly {
    readonly component: string;
    readonly place: readonly string[];
    readonly figures: number;
  }[];
};

/** What stands of a component, read while it is written. */
export type FiguresOf = (component: string) => AsyncIterable<Figure>;

export type Asked = TemplateReturn["components"][number];
export type Figure = FigurePlace & { readonly raw: string; readonly unit: string; readonly revision: number };
/** Neighbouring rows of the template: what they ask, null where that is chosen too, and whether their codes are chosen. */
export type Block = {
  readonly component: Asked | null;
  readonly open: boolean;
  readonly rows: number;
};
