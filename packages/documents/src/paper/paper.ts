/** How much of what a cell says is a figure: numbers stand right and never break. */
export type PaperColumn = {
  readonly head: string;
  readonly width?: number | "auto" | "*";
  readonly number?: boolean;
  /** Its cells are shares of the longest, "0" to "1", each drawn as a bar; "" draws none. */
  readonly bar?: boolean;
};

export type PaperBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly caption?: string;
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly string[])[];
    };

/** A paper as data: every word and number is already in the reader's language. */
export type Paper = {
  readonly title: string;
  readonly subtitle?: string;
  readonly language: "zh-CN" | "en";
  /** Stands in the file's own description; the same paper has the same bytes. */
  readonly madeAt: Date;
  /** On every page, beside the page's number, which `page` words. */
  readonly footer: string;
  readonly page: (number: number, of: number) => string;
  /** On top of every page: what the reader must not take the paper for. */
  readonly warning?: string;
  /** Room for the seal at the end, with the words under it. */
  readonly seal?: string;
  readonly landscape?: boolean;
  readonly blocks: readonly PaperBlock[];
};
