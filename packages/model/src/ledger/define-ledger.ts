import type { DatedEvent, FoldRules } from "@lilink/engine/fold";
import type { PolicyAction } from "../policy/index.ts";
import type { Fields, Values } from "../register/define-register.ts";

/** An entry as the fold takes it: what happened to an account, who says so, and who stands on the other side. */
export type LedgerEvent = DatedEvent & {
  readonly kind: string;
  readonly account: string;
  readonly by: string;
  readonly to: string | null;
  readonly values: Values;
};

export type LedgerKind = {
  /** What happens first of what falls on one day. */
  readonly rank: number;
  readonly fields: readonly string[];
  /** Another organization stands on the other side and confirms. */
  readonly twoSided?: true;
};

/** A ledger as a declaration: entries about accounts, never changed, never deleted. [LG1] */
export type Ledger<S = unknown> = {
  /** Camel case; the tables are its snake case with `_entry` and `_answer`, its verbs `<name>.append` and so on. */
  readonly name: string;
  /** What an entry is about, as text of this shape: a battery code, the number of a batch. */
  readonly account: { readonly max: number; readonly pattern: RegExp };
  readonly fields: Fields;
  readonly kinds: Readonly<Record<string, LedgerKind>>;
  readonly act: { readonly append: PolicyAction; readonly read: PolicyAction };
  /** The state of an account from its entries. It must not throw: what does not fit is a conflict. */
  readonly fold: FoldRules<S, LedgerEvent>;
};

const names = /^[a-z][A-Za-z]{2,30}$/;
/** Columns of every ledger's entries; a field may not take their names. */
const taken: ReadonlySet<string> = new Set(
  "id account kind hash replaces withdraws occurredOn recordedAt recordedBy byId toId".split(" "),
);

/**
 * Declares a ledger.
 * @throws Error where a name or a field cannot be
 */
export function defineLedger<S>(given: Ledger<S>): Ledger<S> {
  const fail = (what: string) => {
    throw new Error(`${given.name}: ${what}`);
  };
  if (!names.test(given.name)) fail("a ledger's name is camel case");
  for (const [name, { kind, level }] of Object.entries(given.fields)) {
    if (!names.test(name) || taken.has(name)) fail(`${name} is no name of a field`);
    if (level) fail(`${name}: both sides read an entry whole`);
    if (kind === "organization" || kind === "record")
      fail(`${name}: an entry names its other side, nothing else`);
  }
  for (const [kind, { fields }] of Object.entries(given.kinds))
    for (const name of fields) if (!(name in given.fields)) fail(`${kind} names ${name}, which is no field`);
  return given;
}
