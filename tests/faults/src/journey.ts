import { type ApiAnswer, type Caller, mutate } from "@lilink/test-exchange/call-api";

export const steps = ["create", "saveDraft", "submit", "publish", "ask"] as const;
export type Step = (typeof steps)[number];

/** `unknown`: it was sent, and no acknowledgement came; it may have happened or not. */
export type Fate = "acknowledged" | "unknown" | "untried";

/** One posting on its way from nothing to published and asked for. Its title names it in the database. */
export type Journey = {
  readonly mark: string;
  readonly author: Author;
  readonly fates: Record<Step, Fate>;
};

export type Author = {
  readonly name: string;
  readonly kind: "need" | "capability";
  readonly caller: Caller;
  readonly asker: Caller;
};

export type Refusal = { readonly step: Step; readonly answer: ApiAnswer<unknown> & { readonly ok: false } };

export const contentOf = (mark: string, summary: string) => ({
  concept: "li2co3-batt",
  language: "zh",
  title: mark,
  summary,
  figures: [{ attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true }],
  volume: { amount: "1200", unit: "t/a", from: "2027-01-01", to: "2027-12-31" },
  region: "36",
  trl: 9,
  maturity: "bulk",
  cooperation: ["supply"],
  internalNote: "own",
});

export const firstSummary = (mark: string) => `${mark}, as first typed by its author.`;
export const lastSummary = (mark: string) => `${mark}, as saved once more before it was sent in.`;

export function beginJourney(mark: string, author: Author): Journey {
  const fates = {
    create: "untried",
    saveDraft: "untried",
    submit: "untried",
    publish: "untried",
    ask: "untried",
  };
  return { mark, author, fates: fates as Record<Step, Fate> };
}

/** Goes on until a step is not acknowledged; answers the refusal, or null where all went well or nothing answered. */
export async function travel(
  journey: Journey,
  officer: Caller,
  acknowledged: () => void,
  last: Step = "ask",
): Promise<Refusal | null> {
  const { mark, author, fates } = journey;
  let publicId = "";
  const levels = {};
  const calls: Record<Step, () => Promise<ApiAnswer<unknown>>> = {
    create: async () => {
      const content = contentOf(mark, firstSummary(mark));
      const made = await mutate<{ publicId: string }>(author.caller, "posting.create", {
        ...{ kind: author.kind, content, levels },
      });
      if (made.ok) publicId = made.data.publicId;
      return made;
    },
    saveDraft: () =>
      mutate(author.caller, "posting.saveDraft", {
        ...{ publicId, revision: 0, content: contentOf(mark, lastSummary(mark)), levels },
      }),
    submit: () => mutate(author.caller, "posting.submit", { publicId, acknowledgeDoubts: true }),
    publish: () => mutate(officer, "posting.publish", { publicId }),
    ask: () =>
      mutate(author.asker, "introduction.ask", {
        ...{ posting: publicId, aim: "trial", message: `${mark}: may we talk about a trial order?` },
      }),
  };
  for (const step of steps) {
    fates[step] = "unknown";
    // No answer at all: the connection was refused or broke.
    const answer = await calls[step]().catch(() => null);
    if (answer === null) return null;
    if (!answer.ok) return { step, answer };
    fates[step] = "acknowledged";
    acknowledged();
    if (step === last) return null;
  }
  return null;
}
