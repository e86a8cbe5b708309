import type { FigurePlace } from "@lilink/model/return";
import type { Cell } from "../workbook/sheet.ts";

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
  readonly figures: readonly (FigurePlace & {
    readonly raw: string;
    readonly unit: string;
    readonly revision: number;
  })[];
};

export type Asked = TemplateReturn["components"][number];
export type Figure = TemplateReturn["figures"][number];
/** A row of the template: what it asks, null where that is chosen too, and whether its codes are chosen. */
export type Row = {
  readonly cells: readonly Cell[];
  readonly component: Asked | null;
  readonly open: boolean;
};
