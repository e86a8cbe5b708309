import { type Caller, query } from "@lilink/test-exchange/call-api";
import type { Target } from "./measure.ts";

/** A read that is measured, and the bare twin that it stands beside. */
export type Task = {
  readonly task: string;
  /** Whether half of the twin's rate is its floor: true of what a person opens. */
  readonly floor: boolean;
  readonly target: Target;
  readonly twin: Target;
};

type Reading = { readonly items: readonly { readonly publicId: string }[] };

/** The reads of a morning: pages beside the bare page, and the same reads through tRPC beside the bare query. */
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
    task,
    floor: true,
    target: toTarget(`${url}${path}`, reader),
    twin: toTarget(`${url}/bare`, reader),
  });
  const read = (task: string, path: string, input: object, reader = cookie): Task => ({
    task,
    floor: false,
    target: toTarget(toQueryUrl(url, path, input), reader),
    twin: toTarget(toQueryUrl(url, "bare.ping", {}), reader),
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
      task: "route handler",
      floor: false,
      target: toTarget(`${url}/api/bare`, cookie),
      twin: toTarget(toQueryUrl(url, "bare.ping", {}), cookie),
    },
  ];
}

function toTarget(url: string, cookie?: string): Target {
  return cookie === undefined ? { url } : { url, cookie };
}

function toQueryUrl(url: string, path: string, input: object): string {
  return `${url}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;
}
