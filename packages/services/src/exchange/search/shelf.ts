import { setImmediate } from "node:timers/promises";
import { postingPart } from "@lilink/db/schema";
import { createTextSearch, type TextSearch } from "@lilink/engine/text-search";
import type { PostingPartFields } from "@lilink/model/posting";
import { listNames, tokenizer } from "@lilink/model/text";
import { inArray, type SQL, sql } from "drizzle-orm";
import { readNames } from "../../ground/search/to-query-groups.ts";
import type { Context } from "../../kernel/context.ts";
import { piecesOf } from "../posting/to-search-text.ts";

export type ShelfLevel = "everyone" | "member";

/** A change as the database tells it: which text, at which level, by which transaction. */
export type TextChange = readonly [postingId: string, level: ShelfLevel, changedIn: string];

/** What the database says of the present: until which transaction all is settled, and what changed since one asked for. */
export type Turn = { readonly until: string; readonly changed: readonly TextChange[] };

type OpenText = { readonly id: string; readonly pieces: readonly string[] };

/** No transaction has this number or a higher one. */
const beyondAll = 2n ** 63n - 1n;

/** So many texts are read in within the call that finds the shelf empty; more of them piece by piece, beside the calls. */
const mostAtOnce = 300;
const mostInPiece = 10;

/**
 * The open texts of live postings as one process holds them for one class of readers: of everyone, or of verified members.
 * Walled parts, those of partners and those under terms of use never come here. Each text is read with the rights of a reader of that class. [SE12]
 */
export class Shelf {
  readonly #level: ShelfLevel;
  #search: TextSearch = createTextSearch({ tokenizer, readNames, spelling: listNames });
  #state: "empty" | "filling" | "ready" = "empty";
  /** All that transactions before this one did is here. */
  #until = 0n;
  /** By posting and level the last change that is here, so that a long transaction makes nobody read it twice. */
  readonly #seen = new Map<string, string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(level: ShelfLevel) {
    this.#level = level;
  }

  /** Since when changes are asked for; while there is nothing here, none is: the texts are read whole. */
  get since(): bigint {
    return this.#state === "ready" ? this.#until : beyondAll;
  }

  /** Brings the shelf up to the reader's present; null while it is being filled. */
  async follow(ctx: Context, turn: Turn, readTurn: () => Promise<Turn>): Promise<TextSearch | null> {
    if (this.#state === "ready" && this.#newOf(turn).length === 0) this.#advance(turn);
    else await this.#alone(() => this.#catchUp(ctx, readTurn));
    return this.#state === "ready" ? this.#search : null;
  }

  async #catchUp(ctx: Context, readTurn: () => Promise<Turn>): Promise<void> {
    if (this.#state === "filling") return;
    // Read after whoever was here before, so that no older text replaces a newer one.
    const turn = await readTurn();
    if (this.#state === "empty") return this.#fill(await readTexts(ctx, this.#level), turn);
    const changed = this.#newOf(turn);
    const ids = [...new Set(changed.map(([id]) => id))];
    const found = new Map((await readTexts(ctx, this.#level, ids)).map((text) => [text.id, text]));
    for (const id of ids) {
      const text = found.get(id);
      if (text) this.#put(text);
      else this.#search.remove(id);
    }
    for (const [id, level, changedIn] of changed) this.#seen.set(`${id} ${level}`, changedIn);
    this.#advance(turn);
  }

  async #fill(texts: readonly OpenText[], turn: Turn): Promise<void> {
    const done = () => {
      this.#advance(turn);
      this.#state = "ready";
    };
    if (texts.length <= mostAtOnce) {
      for (const text of texts) this.#put(text);
      return done();
    }
    this.#state = "filling";
    void this.#fillSlowly(texts).then(done, () => {
      this.#search = createTextSearch({ tokenizer, readNames, spelling: listNames });
      this.#state = "empty";
    });
  }

  async #fillSlowly(texts: readonly OpenText[]): Promise<void> {
    for (let start = 0; start < texts.length; start += mostInPiece) {
      for (const text of texts.slice(start, start + mostInPiece)) this.#put(text);
      await setImmediate();
    }
    // The dictionaries of both languages are read at the first question.
    this.#search.search("电池 battery", { k: 1 });
  }

  #put({ id, pieces: [title = "", ...rest] }: OpenText): void {
    this.#search.put({ id, title, text: rest.join("\n") });
  }

  #newOf({ changed }: Turn): readonly TextChange[] {
    return changed.filter(([id, level, changedIn]) => this.#seen.get(`${id} ${level}`) !== changedIn);
  }

  #advance({ until }: Turn): void {
    if (BigInt(until) > this.#until) this.#until = BigInt(until);
  }

  /** One after another; a call that fails leaves the way free. */
  #alone<T>(run: () => Promise<T>): Promise<T> {
    const next = this.#last.then(run, run);
    this.#last = next.catch(() => undefined);
    return next;
  }
}

/** The open texts of a level, of all live postings or of some; row security gives every reader of the class the same. */
async function readTexts(ctx: Context, level: ShelfLevel, ids?: readonly string[]): Promise<OpenText[]> {
  if (ids?.length === 0) return [];
  const levels: SQL = level === "member" ? sql`level in ('everyone', 'member')` : sql`level = 'everyone'`;
  const wanted = ids ? inArray(postingPart.postingId, [...ids]) : sql`true`;
  const { rows } = await ctx.db.execute<{ id: string; fields: PostingPartFields }>(
    sql`select posting_id as id, fields from posting_part
      where state = 'live' and not walled and ${levels} and (level = 'everyone' or use_version is null) and ${wanted} order by posting_id, level`,
  );
  const pieces = new Map<string, string[]>();
  for (const { id, fields } of rows) pieces.set(id, [...(pieces.get(id) ?? []), ...piecesOf(fields)]);
  return [...pieces].map(([id, own]) => ({ id, pieces: own }));
}
