import { listIntroductionsSchema } from "@lilink/contract";
import type { caller } from "#lib/trpc/server.ts";

type Api = Awaited<ReturnType<typeof caller>>["introduction"];
export type Introduction = Awaited<ReturnType<Api["load"]>>;
export type IntroductionList = Awaited<ReturnType<Api["list"]>>;
export type IntroductionItem = IntroductionList["items"][number];
type Support = Awaited<ReturnType<typeof caller>>["support"];
export type TicketList = Awaited<ReturnType<Support["list"]>>;
export type TicketItem = TicketList["items"][number];
export type Ticket = Awaited<ReturnType<Support["load"]>>;
export type InterestForm = Awaited<ReturnType<Api["prepare"]>>;

const filterSchema = listIntroductionsSchema.pick({ side: true, state: true, cursor: true });

/** The filters of an address; what is not one of the choices is left out. */
export function toIntroductionFilter(params: Readonly<Record<string, string | string[] | undefined>>) {
  const known = Object.entries(filterSchema.shape).filter(
    ([name, schema]) => schema.safeParse(params[name]).success,
  );
  return filterSchema.parse(Object.fromEntries(known.map(([name]) => [name, params[name]])));
}
