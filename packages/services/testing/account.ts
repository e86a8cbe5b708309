import type { Principal } from "@lilink/db";
import { credential, outbox, session } from "@lilink/db/schema";
import { desc, eq } from "drizzle-orm";
import { openSession } from "../src/bodies/session/open-session.ts";
import { hashPassword } from "../src/bodies/session/password.ts";
import { call } from "../src/kernel/call.ts";
import type { TestKernel } from "./kernel.ts";
import type { TestMember } from "./people.ts";

export const testPassword = "seven wild geese over the brine";

let kept: Promise<string> | undefined;

/** Gives a member the test password, which is hashed once for all. */
export async function addPassword({ owner, app }: TestKernel, member: TestMember): Promise<void> {
  kept ??= hashPassword(testPassword);
  await owner
    .insert(credential)
    .values({ personId: member.personId, passwordHash: await kept, changedAt: app.clock() });
}

/** Signs in as the product does; the principal names the session row. */
export async function signIn({ app }: TestKernel, email: string): Promise<Principal & { kind: "session" }> {
  const answer = await call(app, { kind: "anonymous" }, openSession, { email, password: testPassword });
  if (answer.outcome !== "opened") throw new Error(`${email} is refused: ${answer.outcome}`);
  return { kind: "session", sessionId: answer.sessionId };
}

/** A session of a member as signing in would have left it, without the work of a password. */
export async function addSession(
  { owner, app }: TestKernel,
  { personId, principal }: TestMember,
): Promise<Principal & { kind: "session" }> {
  const sessionId = app.newId();
  const now = app.clock();
  const organizationId = principal.kind === "member" ? principal.organizationId : null;
  const expiresAt = new Date(now.getTime() + 86_400_000);
  const row = { id: sessionId, personId, organizationId, confirmedAt: now, createdAt: now, seenAt: now };
  await owner.insert(session).values({ ...row, expiresAt });
  return { kind: "session", sessionId };
}

/** The last letter on its way to an address: its kind and the token in its path. */
export async function readLetter({ owner }: TestKernel, email: string) {
  const rows = await owner
    .select({ payload: outbox.payload })
    .from(outbox)
    .where(eq(outbox.name, "notice.deliver"))
    .orderBy(desc(outbox.seq));
  const letter = rows.map((row) => row.payload).find((payload) => payload.email === email.toLowerCase());
  if (!letter) return null;
  return { kind: String(letter.kind), token: String(letter.path).split("/").at(-1) ?? "" };
}
