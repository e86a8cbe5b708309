import { type Attribute, attributes } from "../../chain/index.ts";
import cuesJson from "../data/cues.json" with { type: "json" };

/** The words that name an attribute in a text. `most`: the largest share that they still name, in per cent. */
export type Cue = { readonly attribute: Attribute; readonly cue: RegExp; readonly most?: number };

type Row = {
  readonly attribute: string;
  readonly cue: string;
  /** Symbols of elements are told from words by their case: Ca is none in ca. 10 ppm. */
  readonly exact?: boolean;
  readonly most?: number;
};

export const cues: readonly Cue[] = (cuesJson as readonly Row[]).flatMap(
  ({ attribute: id, cue, exact, most }) => {
    const attribute = attributes.find((candidate) => candidate.id === id);
    const heard = new RegExp(cue, exact ? "g" : "gi");
    return attribute ? [{ attribute, cue: heard, ...(most === undefined ? {} : { most }) }] : [];
  },
);
