import type { Locale } from "@lilink/i18n";
import type { Relation, Side } from "@lilink/model/matching";
import { conceptName } from "#features/posting/view.ts";

export type PlaceKey =
  | "same"
  | "shared"
  | "narrower"
  | "broader"
  | "viaProcess"
  | "step"
  | "alternative"
  | "form"
  | "part"
  | "sibling"
  | "viaStep"
  | "none";
export type Place = {
  readonly key: PlaceKey;
  readonly params: { readonly other: string; readonly via: string };
};

/** Where the other side stands in the chain, from the reader's own posting: a key of `match.page.place` and its names. */
export function toPlace(relation: Relation, side: Side, locale: Locale): Place {
  const name = (id: string | undefined) => (id === undefined ? "" : conceptName(id, locale));
  return {
    key: placeKeyOf(relation, side),
    params: { other: name(relation.other), via: name(relation.via) },
  };
}

/** What a place in the chain says of a fit: another kind than the one asked for is near it and no tick. */
export function placeVerdict({ code }: Pick<Relation, "code">): "pass" | "near" | "unknown" {
  if (code === "none") return "unknown";
  return code === "sibling" || code === "alternative" || code === "broader" ? "near" : "pass";
}

function placeKeyOf({ code, via }: Relation, side: Side): PlaceKey {
  switch (code) {
    case "same":
    case "shared":
    case "alternative":
    case "form":
    case "part":
    case "sibling":
    case "none":
      return code;
    // Codes are read from the demand; who offers sees the two the other way round.
    case "narrower":
      return side === "demand" ? "narrower" : "broader";
    case "broader":
      return side === "demand" ? "broader" : "narrower";
    case "input":
    case "output":
      return via === undefined ? "step" : "viaProcess";
    case "near":
      return via === undefined ? "step" : "viaStep";
    default:
      return "step";
  }
}
