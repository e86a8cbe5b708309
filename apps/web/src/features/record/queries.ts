import { readListAddress, toListAddress } from "@lilink/contract";
import { can } from "@lilink/model/policy";
import {
  type Bilingual,
  findRegister,
  findRegisterAt,
  type Register,
  type RegisterName,
  readActionOf,
  type Values,
} from "@lilink/model/register";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { actorOf } from "#lib/actor.ts";
import { findOrNull } from "#lib/find-or-null.ts";
import { findViewer, requireViewer, type Viewer } from "#lib/session.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";
import { mayStep } from "./view.ts";

export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The register of a path, or the page that says that there is none. */
export function requireRegister(path: string): Register {
  return findRegisterAt(path) ?? notFound();
}

/** Whoever may read a register goes on; a visitor signs in first, and for anybody else there is no such page. */
export async function requireReader(register: Register, path: string): Promise<void> {
  if (can(actorOf(await findViewer()), readActionOf(register))) return;
  await requireViewer(path);
  notFound();
}

/** The verbs of a register. Every register has the same, so its name chooses among equals. */
export async function recordCaller({ name }: Register) {
  return (await caller())[name as RegisterName];
}
export type RecordCaller = Awaited<ReturnType<typeof recordCaller>>;
export type RecordPage = Awaited<ReturnType<RecordCaller["list"]>>;
export type RecordImport = Awaited<ReturnType<RecordCaller["imports"]>>[number];
export type RecordItem = RecordPage["items"][number];
export type OpenSteps = Awaited<ReturnType<RecordCaller["openSteps"]>>[number];
export type RecordView = Awaited<ReturnType<RecordCaller["load"]>>;

export async function readRecords(register: Register, query: Query, limit = 40) {
  const asked = readListAddress(register, query);
  const lang = (await getLocale()) === "en" ? "en" : "zh-CN";
  const page = await orNotFound((await recordCaller(register)).list({ ...asked, lang, limit }));
  return { asked, page };
}

/** All rows that the filters of a list leave, up to 400: what a picture draws. */
export async function readAllRecords(
  register: Register,
  asked: Readonly<Record<string, string>> = {},
): Promise<readonly RecordItem[]> {
  const { cursor: _cursor, sort: _sort, ...filters } = asked;
  const items: RecordItem[] = [];
  for (let cursor: string | null | undefined; cursor !== null && items.length < 400; ) {
    const { page } = await readRecords(register, { ...filters, ...(cursor ? { cursor } : {}) }, 100);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** How many rows of a list are overdue, for whoever takes the steps that end it; nothing else is looked up for a reader. */
export async function countOverdue(
  register: Register,
  viewer: Viewer | null,
  { cursor: _cursor, ...asked }: Awaited<ReturnType<typeof readRecords>>["asked"],
): Promise<number> {
  if (!register.due || !mayStep(register, viewer)) return 0;
  const { duties } = await (await recordCaller(register)).list({ ...asked, sort: "due", limit: 1 });
  return duties?.overdue ?? 0;
}

/** What the viewer may do with the rows of a page; empty where no step on any of them is open to the viewer. */
export async function readOpenSteps(
  register: Register,
  viewer: Viewer | null,
  rows: readonly RecordItem[],
): Promise<readonly OpenSteps[]> {
  if (rows.length === 0 || !mayStep(register, viewer)) return [];
  const ids = rows.map(({ publicId }) => publicId);
  const open = await (await recordCaller(register)).openSteps({ ids });
  return open.some(({ steps }) => steps.length > 0) ? open : [];
}

/** The views of a register that the viewer keeps, and the present address as one of them would hold it. */
export async function readViews(register: Register, viewer: Viewer | null, query: Query) {
  const address = new URLSearchParams(
    Object.entries(query).flatMap(([name, given]) => [given ?? []].flat().map((value) => [name, value])),
  );
  const present = toListAddress(register, address.toString());
  if (!viewer) return { present, views: [] };
  const views = await (await caller()).search.listSaved({ page: `/${register.rest.path}` });
  return { present, views };
}

/** The record that an address opens beside its list; null where there is none for this reader. */
export async function readBeside(register: Register, publicId: string): Promise<RecordView | null> {
  return findOrNull((await recordCaller(register)).load({ publicId }));
}

export async function readRecord(
  register: Register,
  publicId: string,
  version?: number,
): Promise<RecordView> {
  return orNotFound((await recordCaller(register)).load({ publicId, ...(version ? { version } : {}) }));
}

/** What an address fills into a new record: a choice, or another record by its public id as far as the reader sees it. */
export async function readGiven(register: Register, query: Query): Promise<Values> {
  const given = await Promise.all(
    Object.entries(register.fields).map(async ([name, field]) => {
      const value = query[name];
      if (typeof value !== "string" || field.byStep) return [];
      if (field.kind === "choice") return field.choices.includes(value) ? [[name, value] as const] : [];
      const target = field.kind === "record" ? findRegister(field.of) : null;
      const found = target && (await readBeside(target, value));
      if (!target || !found) return [];
      const title = found.shown.values[target.list[0] ?? ""];
      const { zh, en } = typeof title === "string" ? { zh: title, en: null } : (title as Bilingual);
      return [[name, { publicId: value, zh, en }] as const];
    }),
  );
  return Object.fromEntries(given.flat());
}
