import { call, decideEntry, proposeEntry } from "@lilink/services";
import type { TestKernel, TestMember } from "@lilink/services/testing";
import type { createRestClient } from "./rest.ts";

type Ask = ReturnType<typeof createRestClient>["ask"];
type Side = { readonly member: TestMember; readonly key: string };

/** What a ticket is opened with. */
export const question = {
  kind: "quality",
  urgency: "normal",
  subject: "The trial batch is damp",
  body: "Water is at 900 ppm.",
};

/** Programs of both sides open a ticket, answer it, close it and open it again. [RE2] @returns every answer, the ticket's address last */
export async function reachSupport(
  kernel: TestKernel,
  ask: Ask,
  asking: Side,
  asked: Side,
  publicId: string,
) {
  const entry = { publicId, step: "trial" as const, occurredOn: "2026-01-05" };
  const proposed = await call(kernel.app, asking.member.principal, proposeEntry, entry);
  await call(kernel.app, asked.member.principal, decideEntry, {
    entry: proposed.publicId,
    action: "confirm",
  });
  const opened = await ask(asking.key, "POST", "/tickets", { introduction: publicId, ...question });
  const path = `/tickets/${opened.body.publicId}`;
  const answers = [
    opened,
    await ask(asked.key, "GET", `/tickets?introduction=${publicId}`),
    await ask(asked.key, "POST", `${path}/messages`, { body: "We send dry goods." }),
    await ask(asked.key, "POST", `${path}/close`, { words: "Sent." }),
    await ask(asked.key, "POST", `${path}/confirm`),
    await ask(asking.key, "POST", `${path}/confirm`),
    await ask(asking.key, "POST", `${path}/reopen`, { reason: "Damp again." }),
  ];
  return { answers, ticket: await ask(asked.key, "GET", path) };
}

/** Terms of use by program: set, read, accepted, told to the author, removed; and what both have left to ask. [RE2] [US5] [RA13] */
export async function reachUse(ask: Ask, author: string, reader: string, publicId: string) {
  const path = `/postings/${publicId}`;
  const terms = { purposes: ["evaluate"], framework: "free", until: null };
  const set = await ask(author, "PUT", `${path}/use`, { terms });
  const read = await ask(reader, "GET", path);
  const agreed = await ask(reader, "POST", `${path}/use/accept`, { version: read.body.use?.version });
  const accepted = await ask(author, "GET", `${path}/use/acceptances`);
  const quotas = await ask(reader, "GET", "/quotas");
  const removed = await ask(author, "PUT", `${path}/use`, { terms: null });
  return { answers: [set, read, agreed, accepted, quotas, removed], accepted, quotas };
}
