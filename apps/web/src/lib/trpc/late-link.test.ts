import type { AppRouter } from "@lilink/api";
import type { Operation, TRPCLink } from "@trpc/client";
import { observable, observableToPromise } from "@trpc/server/observable";
import { expect, it } from "vitest";
import { lateLink } from "./late-link.ts";

const op = { path: "posting.load", type: "query" } as Operation;
const next = () => {
  throw new Error("nothing comes after it");
};
const answering: TRPCLink<AppRouter> = () => () =>
  observable((observer) => {
    observer.next({ result: { data: "answered" } });
    observer.complete();
  });

it("is loaded with the first operation, once, and again where it could not be loaded", async () => {
  let asked = 0;
  const link = lateLink(async () => {
    asked += 1;
    if (asked === 1) throw new Error("offline");
    return { default: answering };
  })({});
  expect(asked).toBe(0);
  await expect(observableToPromise(link({ op, next }))).rejects.toThrow("offline");
  for (let time = 0; time < 2; time += 1)
    expect(await observableToPromise(link({ op, next }))).toEqual({ result: { data: "answered" } });
  expect(asked).toBe(2);
});

it("asks nothing more of who went away while it was loaded", async () => {
  let isAsked = false;
  const asking: TRPCLink<AppRouter> = () => () =>
    observable(() => {
      isAsked = true;
    });
  const loaded = Promise.resolve({ default: asking });
  lateLink(() => loaded)({})({ op, next })
    .subscribe({})
    .unsubscribe();
  await loaded.then(() => undefined);
  expect(isAsked).toBe(false);
});
