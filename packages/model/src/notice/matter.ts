import type { NoticeKind } from "./kind.ts";

/** Where one thing stands; what follows it in a path (its form, its matches) is the same thing. */
const thing =
  /^\/(?:introductions|postings|meetings|organizations|indicators|returns|review(?:\/returns)?)\/(?!(?:claims|reports|returns|own|new)$)[^/]+/;

/**
 * The thing that a path leads to, or the page where it is a list: whoever looks at it has seen every notice of it ([NO5]).
 * @example placeOf("/postings/abc/edit?renew=1") // "/postings/abc"
 */
export function placeOf(path: string): string {
  const plain = path.replace(/[?#].*$/, "");
  return thing.exec(plain)?.[0] ?? plain;
}

/**
 * What a notice is about: its thing, or on a page of many what it names. Notices of one matter are listed together ([NO5]).
 * @example matterOf("/desk", { title: "Black mass" }) // "/desk Black mass"
 */
export function matterOf(path: string, params: Readonly<Record<string, string>>): string {
  const place = placeOf(path);
  const named = thing.test(place) ? "" : (params.title ?? params.organization ?? params.name ?? "");
  return named ? `${place} ${named}` : place;
}

const asked = ["introduction.received", "introduction.reminder"] as const;

/** Of one cause, the kinds that have nothing left to do once another kind is told ([NO5]). */
export const settledKinds: Readonly<Partial<Record<NoticeKind, readonly NoticeKind[]>>> = {
  "introduction.accepted": asked,
  "introduction.declined": asked,
  "introduction.withdrawn": asked,
  "introduction.expired": asked,
  "posting.published": ["posting.submitted"],
  "posting.returned": ["posting.submitted"],
  "claim.decided": ["claim.opened"],
  "report.decided": ["report.filed"],
  "meeting.withdrawn": ["meeting.decided"],
};
