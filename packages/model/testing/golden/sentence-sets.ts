import type { FormSentence } from "../judge-form.ts";
import eighth from "./hands/eighth-sentences.json" with { type: "json" };
import engineer from "./hands/engineer-sentences.json" with { type: "json" };
import inboxAfterwards from "./hands/inbox-afterwards-sentences.json" with { type: "json" };
import inbox from "./hands/inbox-sentences.json" with { type: "json" };
import professor from "./hands/professor-sentences.json" with { type: "json" };
import purchaser from "./hands/purchaser-sentences.json" with { type: "json" };
import recycler from "./hands/sealed/recycler-sentences.json" with { type: "json" };
import trader from "./hands/sealed/trader-sentences.json" with { type: "json" };
import translator from "./hands/sealed/translator-sentences.json" with { type: "json" };
import afterwards from "./sentences-afterwards.json" with { type: "json" };
import fourRoles from "./sentences-by-four-roles.json" with { type: "json" };
import genre from "./sentences-by-genre.json" with { type: "json" };
import passersBy from "./sentences-by-passers-by.json" with { type: "json" };
import qualityAndBuyer from "./sentences-by-quality-and-buyer.json" with { type: "json" };
import twoRoles from "./sentences-by-two-roles.json" with { type: "json" };

type SentenceSet = { readonly sentences: readonly FormSentence[] };

/** The labelled sentences in sight, by set: what may be learnt from. The closed half of the passers-by is none of them. */
export const sentenceSets: Readonly<Record<string, SentenceSet>> = {
  purchaser,
  engineer,
  professor,
  trader,
  recycler,
  translator,
  genre,
  afterwards,
  twoRoles,
  qualityAndBuyer,
  fourRoles,
  inbox,
  inboxAfterwards,
  eighth,
  passersBy,
};
