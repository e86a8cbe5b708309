import type { Ledger } from "@lilink/model/ledger";
import { confirmEntry } from "./answer-entry.ts";
import { appendEntry, correctEntry } from "./append-entry.ts";
import { listEntries, stateAsKnownOn } from "./read-entries.ts";

/** Every verb of a ledger, from its declaration alone. [LG1] */
export function toLedgerVerbs<S>(ledger: Ledger<S>) {
  const plain = ledger as Ledger;
  return {
    append: appendEntry(plain),
    confirm: confirmEntry(plain),
    correct: correctEntry(plain),
    list: listEntries(plain),
    asKnownOn: stateAsKnownOn(ledger),
  } as const;
}
