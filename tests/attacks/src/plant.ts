import type { Caller } from "@lilink/test-exchange/call-api";
import { mustMutate } from "./must.ts";

/** Where a token stands, from the widest audience to the narrowest. */
export const shelves = ["everyone", "member", "walled", "partner", "own", "draft"] as const;
export type Shelf = (typeof shelves)[number];

/** A word that stands nowhere else; all of one shelf begin alike. */
export const tokenOf = (shelf: Shelf, where = "") => `zq${shelf}zq${where}`;

/** What belongs to the buyer and is named to others by nobody. */
export type Planted = {
  readonly live: string;
  readonly draft: string;
  readonly introduction: string;
  readonly entry: string;
  readonly key: string;
  readonly keySecret: string;
  readonly search: string;
  readonly invitation: string;
  readonly rivalNeed: string;
};

const content = {
  concept: "ncm811",
  language: "en",
  title: `Single crystal cathode on offer ${tokenOf("everyone", "title")}`,
  summary: `A summary for everyone ${tokenOf("everyone", "summary")}.`,
  description: `Described for members ${tokenOf("member", "description")}.`,
  comparison: `Cheaper than others, for members ${tokenOf("member", "comparison")}.`,
  evidence: `Evidence for partners ${tokenOf("partner", "evidence")}.`,
  price: tokenOf("walled", "price"),
  customers: tokenOf("walled", "customers"),
  internalNote: tokenOf("own", "note"),
  leftInText: [tokenOf("own", "left")],
  figures: [
    { attribute: "capacity_ta", op: "=", value: "73191", unit: "t/a", hard: true },
    { attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true },
  ],
  volume: { amount: "8462", unit: "t/a" },
  region: "36",
  trl: 9,
  maturity: "bulk",
  cooperation: ["supply"],
};
const levels = { description: "member", evidence: "partner", price: "member", customers: "member" };

/** What anybody else posts: nothing of it stands in what is planted. */
export const plainContent = {
  concept: "ncm811",
  language: "en",
  title: "A posting of another",
  summary: "Ten letters and more of it.",
  figures: [{ attribute: "purity", op: ">=", value: "99.1", unit: "mass %", hard: true }],
  trl: 9,
  maturity: "bulk",
  cooperation: ["supply"],
};

export async function publishAs(
  author: Caller,
  officer: Caller,
  kind: "need" | "capability",
  given: object,
  level: object = {},
): Promise<string> {
  const { publicId } = await mustMutate<{ publicId: string }>(author, "posting.create", {
    kind,
    content: { ...plainContent, ...given },
    levels: level,
  });
  await mustMutate(author, "posting.submit", { publicId, acknowledgeDoubts: true });
  await mustMutate(officer, "posting.publish", { publicId });
  return publicId;
}

export async function plantSecrets(
  who: Readonly<Record<"buyer" | "supplier" | "rival" | "officer", Caller>>,
): Promise<Planted> {
  const { buyer, supplier, rival, officer } = who;
  const live = await publishAs(buyer, officer, "capability", content, levels);
  // The rival offers the same, so that the wall stands, and needs it too, so that it is matched.
  await publishAs(rival, officer, "capability", { title: "A rival offers the same cathode" });
  const rivalNeed = await publishAs(rival, officer, "need", { title: "A rival asks for cathode" });
  const { publicId: draft } = await mustMutate<{ publicId: string }>(buyer, "posting.create", {
    kind: "need",
    content: { ...content, title: tokenOf("draft", "title"), summary: tokenOf("draft", "summary") },
  });
  const { publicId: introduction } = await mustMutate<{ publicId: string }>(supplier, "introduction.ask", {
    posting: live,
    aim: "trial",
    message: `${tokenOf("draft", "message")}: may we talk about a trial?`,
    acknowledgeDoubts: true,
  });
  await mustMutate(buyer, "introduction.accept", { publicId: introduction });
  await mustMutate(buyer, "introduction.write", { publicId: introduction, body: tokenOf("draft", "thread") });
  const { publicId: entry } = await mustMutate<{ publicId: string }>(buyer, "introduction.propose", {
    publicId: introduction,
    step: "meeting",
    occurredOn: "2026-01-15",
    note: tokenOf("draft", "entry"),
  });
  const { publicId: key, key: keySecret } = await mustMutate<{ publicId: string; key: string }>(
    buyer,
    "key.create",
    { name: tokenOf("draft", "key"), scopes: ["postings:read"] },
  );
  const { publicId: search } = await mustMutate<{ publicId: string }>(buyer, "search.save", {
    name: tokenOf("draft", "search"),
    query: "q=cathode",
  });
  const { id: invitation } = await mustMutate<{ id: string }>(buyer, "member.invite", {
    email: "invited@cathode.example",
    role: "viewer",
  });
  return { live, draft, introduction, entry, key, keySecret, search, invitation, rivalNeed };
}
