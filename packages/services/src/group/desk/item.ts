/** What can wait for a person; each kind has its words and its one action in i18n `desk.item.<kind>`. */
export type DeskItemKind =
  | "answer"
  | "ledger"
  | "returned"
  | "draft"
  | "proof"
  | "expiring"
  | "matches"
  | "battery"
  | "oversight"
  | "review"
  | "claim"
  | "return"
  | "returnQueried"
  | "returnReview"
  | "decision"
  | "report"
  | "contest"
  | "engagement"
  | "relay"
  | "supportAnswer"
  | "supportResolve"
  | "supportConfirm"
  | "callAnswer"
  | "callHeld"
  | "callTell"
  | "duty"
  | "lateReturn"
  | "lateMend"
  | "lateDecision";

export type DeskItem = {
  readonly kind: DeskItemKind;
  /** The title of the posting, decision or record, or the period of the return, or null where the item gathers several. */
  readonly title: string | null;
  /** The title in English, where there is one. */
  readonly titleEn?: string | null;
  /** Of a posting: its concept, by which it can be named in another language than its author's. */
  readonly concept?: string | null;
  /** Of a return: which sheet of whom, whether a firm owes it, and whether its due instant is over. */
  readonly form?: {
    readonly sheet: string;
    readonly organization: { readonly nameZh: string; readonly nameEn: string | null };
    readonly byFirm: boolean;
    readonly overdue: boolean;
  };
  /** Of a record's duty: the register whose words name it. */
  readonly duty?: { readonly register: string; readonly kind: string };
  /** Of what is gathered about batteries: how many of each kind, and how many of them are past their last day. */
  readonly parts?: readonly { readonly kind: string; readonly count: number; readonly late: number }[];
  /** Of what waits for an officer, a checker or an adviser: whose it is. */
  readonly names?: readonly { readonly nameZh: string; readonly nameEn: string | null }[];
  readonly count: number;
  readonly path: string;
  readonly due: Date | null;
  readonly since: Date;
};

/** Queues that an officer or a checker works off; others wait for them. */
const queues: ReadonlySet<DeskItemKind> = new Set([
  "review",
  "claim",
  "report",
  "contest",
  "returnReview",
  "oversight",
]);

/** What is due after so many days does not need anybody today: the desk folds it. [DK1] */
export const soonDays = 30;

/** What has a day, in order of it; then the queues without one, then the rest, each the oldest first. [DK1] */
export function byUrgency(a: DeskItem, b: DeskItem): number {
  const rankOf = ({ kind, due }: DeskItem) => (due ? 0 : queues.has(kind) ? 1 : 2);
  return rankOf(a) - rankOf(b) || (a.due ?? a.since).getTime() - (b.due ?? b.since).getTime();
}
