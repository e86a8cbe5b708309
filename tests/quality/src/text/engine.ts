import type { Ontology } from "@lilink/engine/ontology";
import { createTextIndex } from "@lilink/engine/text-index";
import { createTextSearch } from "@lilink/engine/text-search";
import { searchTermsOf, tokenizer } from "@lilink/model/text";
import MiniSearch from "minisearch";
import type { Engine } from "./measure-engine.ts";

/** The product's own search. */
export function ownEngine(ontology: Ontology | undefined): Engine {
  const search = createTextSearch({ tokenizer, ...(ontology && { ontology }) });
  return {
    fill: (documents) => {
      for (const document of documents) search.put(document);
      search.pack();
    },
    ask: (query, k) => search.search(query, { k }),
    bytes: () => search.bytes,
  };
}

/** Plain BM25 (k1 1.2, b 0.75) over the same terms, title and text as one field. */
export function plainEngine(): Engine {
  const index = createTextIndex({ fields: [{ name: "words", boost: 1, b: 0.75 }] });
  return {
    fill: (documents) => {
      for (const { id, title, text } of documents)
        index.put(id, { words: searchTermsOf(`${title} ${text}`) });
      index.pack();
    },
    ask: (query, k) =>
      index.search(
        searchTermsOf(query).map((term) => ({ members: [{ term, weight: 1 }], weight: 1 })),
        { k },
      ),
    bytes: () => index.bytes,
  };
}

/** MiniSearch as shipped, title and text as fields. */
export function miniSearchEngine(): Engine {
  const index = new MiniSearch({ fields: ["title", "text"] });
  return {
    fill: (documents) => index.addAll(documents),
    ask: (query, k) =>
      index
        .search(query)
        .slice(0, k)
        .map(({ id, score }) => ({ id: String(id), score })),
    bytes: () => null,
  };
}
