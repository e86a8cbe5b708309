import { type Caller, query } from "@lilink/test-exchange/call-api";
import type { Target } from "./measure.ts";

/** A read that is measured, and what it stands beside: the framework alone, and for a page the shell around nothing. */
export type Task = {
  readonly task: string;
  /** The least share of the framework's own rate; absent where none is asked for. */
  readonly floor?: number;
  readonly target: Target;
  readonly plain: Target;
  /** The same page at a first look, and the shell at one. */
  readonly first?: Target;
  readonly shell?: Target;
};

const pageFloor = 0.35;
const callFloor = 0.3;

type Reading = { readonly items: readonly { readonly publicId: string }[] };

/** The reads of a morning: pages beside a plain page, and the same reads through tRPC beside a plain route handler. */
export async function listTasks(
  url: string,
  member: Caller,
  secretary: Caller,
  need: string,
): Promise<Task[]> {
  const { cookie } = member;
  const found = await query<Reading>(member, "search.postings", { limit: 20 });
  const posting = found.ok ? found.data.items[0]?.publicId : undefined;
  if (posting === undefined) throw new Error("the list of postings is empty");
  const page = (task: string, path: string, reader?: string): Task => ({
    ...{ task, floor: pageFloor },
    target: toTarget(`${url}${path}`, reader),
    plain: toTarget(`${url}/plain`),
    first: { ...toTarget(`${url}${path}`, reader), fresh: true },
    shell: { ...toTarget(`${url}/bare`, reader), fresh: true },
  });
  const read = (task: string, path: string, input: object, reader = cookie): Task => ({
    ...{ task, floor: callFloor },
    target: toTarget(toQueryUrl(url, path, input), reader),
    plain: toTarget(`${url}/api/plain`),
  });
  const q = "碳酸锂";
  return [
    page("sign-in page", "/signin"),
    page("posting list", "/postings", cookie),
    page("search", `/postings?q=${encodeURIComponent(q)}`, cookie),
    page("posting detail", `/postings/${posting}`, cookie),
    page("match list", `/postings/${need}/matches`, cookie),
    page("board", "/board", secretary.cookie),
    read("search.postings", "search.postings", { limit: 20 }),
    read("search.postings with words", "search.postings", { q, limit: 20 }),
    read("posting.load", "posting.load", { publicId: posting }),
    read("match.list", "match.list", { publicId: need, limit: 5 }),
    read("board.load", "board.load", {}, secretary.cookie),
    {
      task: "route handler that knows who asks",
      target: toTarget(`${url}/api/bare`, cookie),
      plain: toTarget(`${url}/api/plain`),
    },
  ];
}

function toTarget(url: string, cookie?: string): Target {
  return cookie === undefined ? { url } : { url, cookie };
}

function toQueryUrl(url: string, path: string, input: object): string {
  return `${url}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
}
